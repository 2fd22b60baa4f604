// SPDX-License-Identifier: MIT
#include "layout/languages/languages.hpp"

namespace lectern::layout {

const Strings kPortuguese{
    .breadcrumb = "Caminho de navegação",
    .by = "Por {names}",
    .updated = "Atualizado em {date}",
    .related = "Artigos relacionados",
    .share = "Compartilhar esta página",
    .copy_link = "Copiar link",
    .share_sheet = "Compartilhar…",
    .email = "E-mail",
    .copied = "O link foi copiado.",
    .copy_failed = "O navegador não permitiu copiar o link.",
    .mood_question = "Que sensação este artigo deixa em você?",
    .mood_kept = "Salvo apenas neste navegador. Pressione de novo para desfazer.",
    .mood_unsaved = "Este navegador não permite que a página salve a escolha.",
    .column_map = "Mapa das seções",
    .headlines = "Manchetes",
    .turn = "Artigo anterior e próximo",
    .prev = "← Artigo anterior",
    .next = "Próximo artigo →",
    .details = "Detalhes",
    .footnotes = "Notas de rodapé",
    .back_to_reference = "Voltar ao texto",
    .corrections = "Correções",
    .open_file = "Abrir um arquivo…",
    .done = "Feito",
    .to_do = "A fazer",
    .languages = "Em outros idiomas",
    .topics = "Temas",
    .draft = "Rascunho",
    .future = "Ainda não publicado",
    .read_at = "Leia em {site}",
    .comma = ", ",
    .colon = ": ",
    .date = "{d} de {month} de {y}",
    .first_day = "1",
    .months = {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto",
               "setembro", "outubro", "novembro", "dezembro"},
    .moods = {"Emoção", "Empatia", "Tédio", "Raiva", "Diversão", "Tristeza", "Alegria",
              "Sem comentários"},
};

}  // namespace lectern::layout
