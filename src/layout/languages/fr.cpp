// SPDX-License-Identifier: MIT
#include "layout/languages/languages.hpp"

namespace lectern::layout {

const Strings kFrench{
    .breadcrumb = "Fil d’Ariane",
    .by = "Par {names}",
    .updated = "Mis à jour le {date}",
    .related = "Articles liés",
    .share = "Partager cette page",
    .copy_link = "Copier le lien",
    .share_sheet = "Partager…",
    .email = "E-mail",
    .copied = "Le lien est copié.",
    .copy_failed = "Le navigateur n’a pas permis de copier le lien.",
    .mood_question = "Que ressentez-vous après cet article\u00A0?",
    .mood_kept = "Enregistré dans ce navigateur seulement. Appuyez de nouveau pour l’annuler.",
    .mood_unsaved = "Ce navigateur ne permet pas à la page de l’enregistrer.",
    .column_map = "Plan des rubriques",
    .headlines = "À la une",
    .turn = "Article précédent et article suivant",
    .prev = "← Article précédent",
    .next = "Article suivant →",
    .details = "Détails",
    .footnotes = "Notes",
    .back_to_reference = "Retour au texte",
    .corrections = "Corrections",
    .open_file = "Ouvrir un fichier…",
    .done = "Fait",
    .to_do = "À faire",
    .languages = "Dans d’autres langues",
    .topics = "Sujets",
    .draft = "Brouillon",
    .future = "Pas encore publié",
    .read_at = "À lire sur {site}",
    .comma = ", ",
    .colon = "\u00A0: ",
    .date = "{d} {month} {y}",
    .first_day = "1er",
    .months = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
               "septembre", "octobre", "novembre", "décembre"},
    .moods = {"Émotion", "Compassion", "Ennui", "Colère", "Amusement", "Tristesse", "Joie",
              "Sans commentaire"},
};

}  // namespace lectern::layout
