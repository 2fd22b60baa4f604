// SPDX-License-Identifier: MIT
#include "publish/languages/languages.hpp"

namespace lectern::publish {

const PageStrings kFrench{
    .skip = "Aller au texte",
    .sections = "Rubriques",
    .front_page = "Accueil",
    .more = "Autres articles",
    .below = "Sous-rubriques",
    .nothing_here = "Il n’y a pas encore d’article dans cette rubrique.",
    .not_found = "Cette page n’est pas ici",
    .not_found_text =
        "Elle a peut-être été retirée, ou l’adresse contient une erreur. "
        "Tous les articles sont accessibles depuis ces deux pages.",
    .chosen = "choisi par la rédaction",
    .same_column = "même rubrique",
    .same_column_and_topic = "même rubrique et même sujet",
    .same_topic = "même sujet",
    .same_column_about = "même rubrique, tous deux sur",
    .same_about = "tous deux sur",
    .all_stories = "Tous les articles",
    .stories = {.one = "{n} article", .other = "{n} articles"},
    .pages = "Pages",
    .count_page = "{stories}, page {page} sur {pages}",
    .list_page = "{list}, page {page}",
    .newer = "← Articles plus récents",
    .older = "Articles plus anciens →",
    .viewer = {"Déposez le fichier ici pour le lire. Il n’est envoyé nulle part.",
               "La page n’a pas pu être ouverte\u00A0: {why}.",
               "le réseau n’a pas répondu",
               "le réseau a mis trop de temps",
               "le serveur a répondu {n}",
               "autre chose qu’une page de cette publication est arrivé",
               "elle a été coupée en chemin",
               "{name} dépasse {n}\u00A0Mio.",
               "{name} n’a pas pu être lu.",
               "{name} n’est ni un article JSON ni du Markdown.",
               "{name} n’a pas pu être récupéré\u00A0: {why}.",
               "aucune réponse n’est arrivée, ou ce site ne permet pas à ses pages de s’y adresser",
               "L’outil qui ouvre les fichiers n’a pas pu être chargé."},
};

}  // namespace lectern::publish
