// SPDX-License-Identifier: MIT
#include "publish/languages/languages.hpp"

namespace lectern::publish {

const PageStrings kSpanish{
    .skip = "Ir al texto",
    .sections = "Secciones",
    .front_page = "Portada",
    .more = "Más artículos",
    .below = "Secciones dentro de esta",
    .nothing_here = "Todavía no hay artículos en esta sección.",
    .not_found = "Esta página no está aquí",
    .not_found_text =
        "Puede que se haya retirado o que la dirección tenga un error. "
        "Desde estas dos páginas se llega a todos los artículos.",
    .chosen = "elegido por la redacción",
    .same_column = "misma sección",
    .same_column_and_topic = "misma sección y mismo tema",
    .same_topic = "mismo tema",
    .same_column_about = "misma sección, ambos sobre",
    .same_about = "ambos sobre",
    .all_stories = "Todos los artículos",
    .stories = {.one = "{n} artículo", .other = "{n} artículos"},
    .pages = "Páginas",
    .count_page = "{stories}, página {page} de {pages}",
    .list_page = "{list}, página {page}",
    .newer = "← Artículos más recientes",
    .older = "Artículos anteriores →",
    .viewer = {"Suelte el archivo aquí para leerlo. No se envía a ninguna parte.",
               "No se ha podido abrir la página: {why}.",
               "la red no ha respondido",
               "la red ha tardado demasiado",
               "el servidor ha respondido {n}",
               "ha llegado algo que no es una página de esta publicación",
               "se ha cortado por el camino",
               "{name} ocupa más de {n} MiB.",
               "No se ha podido leer {name}.",
               "{name} no es ni un artículo JSON ni Markdown.",
               "No se ha podido obtener {name}: {why}.",
               "no ha llegado respuesta, o este sitio no permite que sus páginas pregunten allí",
               "No se ha podido cargar lo que abre los archivos."},
};

}  // namespace lectern::publish
