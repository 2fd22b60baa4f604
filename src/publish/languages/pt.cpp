// SPDX-License-Identifier: MIT
#include "publish/languages/languages.hpp"

namespace lectern::publish {

const PageStrings kPortuguese{
    .skip = "Ir para o texto",
    .sections = "Seções",
    .front_page = "Página inicial",
    .more = "Mais artigos",
    .below = "Seções dentro desta",
    .nothing_here = "Ainda não há artigos nesta seção.",
    .not_found = "Esta página não está aqui",
    .not_found_text =
        "Talvez tenha sido retirada ou o endereço tenha um erro. "
        "Destas duas páginas chega-se a todos os artigos.",
    .chosen = "escolhido pela redação",
    .same_column = "mesma seção",
    .same_column_and_topic = "mesma seção e mesmo tema",
    .same_topic = "mesmo tema",
    .same_column_about = "mesma seção, ambos sobre",
    .same_about = "ambos sobre",
    .all_stories = "Todos os artigos",
    .stories = {.one = "{n} artigo", .other = "{n} artigos"},
    .pages = "Páginas",
    .count_page = "{stories}, página {page} de {pages}",
    .list_page = "{list}, página {page}",
    .newer = "← Artigos mais recentes",
    .older = "Artigos mais antigos →",
    .viewer = {"Solte o arquivo aqui para ler. Ele não é enviado a lugar nenhum.",
               "Não foi possível abrir a página: {why}.",
               "a rede não respondeu",
               "a rede demorou demais",
               "o servidor respondeu {n}",
               "chegou algo que não é uma página desta publicação",
               "ela foi cortada no caminho",
               "{name} tem mais de {n} MiB.",
               "Não foi possível ler {name}.",
               "{name} não é artigo em JSON nem Markdown.",
               "Não foi possível buscar {name}: {why}.",
               "nenhuma resposta chegou, ou este site não permite que suas páginas façam pedidos lá",
               "Não foi possível carregar o que abre arquivos."},
};

}  // namespace lectern::publish
