// SPDX-License-Identifier: MIT
#include "layout/languages/languages.hpp"

namespace lectern::layout {

const Strings kSpanish{
    .breadcrumb = "Ruta de navegación",
    .by = "Por {names}",
    .updated = "Actualizado el {date}",
    .related = "Artículos relacionados",
    .share = "Compartir esta página",
    .copy_link = "Copiar enlace",
    .share_sheet = "Compartir…",
    .email = "Correo electrónico",
    .copied = "El enlace se ha copiado.",
    .copy_failed = "El navegador no ha permitido copiar el enlace.",
    .mood_question = "¿Qué le hace sentir este artículo?",
    .mood_kept = "Se guarda solo en este navegador. Pulse otra vez para retirarlo.",
    .mood_unsaved = "Este navegador no permite que la página lo guarde.",
    .column_map = "Mapa de secciones",
    .headlines = "Titulares",
    .turn = "Artículo anterior y siguiente",
    .prev = "← Artículo anterior",
    .next = "Artículo siguiente →",
    .details = "Detalles",
    .footnotes = "Notas al pie",
    .back_to_reference = "Volver al texto",
    .corrections = "Correcciones",
    .open_file = "Abrir un archivo…",
    .done = "Hecho",
    .to_do = "Pendiente",
    .languages = "En otros idiomas",
    .topics = "Temas",
    .draft = "Borrador",
    .future = "Aún sin publicar",
    .read_at = "Léalo en {site}",
    .comma = ", ",
    .colon = ": ",
    .date = "{d} de {month} de {y}",
    .first_day = "1",
    .months = {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
               "septiembre", "octubre", "noviembre", "diciembre"},
    .moods = {"Emoción", "Empatía", "Aburrimiento", "Enfado", "Diversión", "Tristeza",
              "Alegría", "Sin comentarios"},
};

}  // namespace lectern::layout
