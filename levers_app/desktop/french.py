"""Qt in French: its own dialogs and menus, and the few texts that its translation leaves in English or straight."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_TEXTS = {
    ("QAbstractFileIconProvider", "Drive"): "Lecteur",
    ("QAbstractFileIconProvider", "File"): "Fichier",
    ("QAbstractFileIconProvider", "Folder"): "Dossier",
    ("QFileDialog", "&Look in:"): "&Regarder dans\N{NO-BREAK SPACE}:",
    ("QFileDialog", "Look in:"): "Regarder dans\N{NO-BREAK SPACE}:",
    ("QFileDialog", "Files of &type:"): "&Type de fichiers\N{NO-BREAK SPACE}:",
    ("QFileDialog", "Files of type:"): "Type de fichiers\N{NO-BREAK SPACE}:",
    ("QFileDialog", "Back"): "Dossier précédent",
    ("QFileDialog", "Forward"): "Dossier suivant",
    ("QFileDialog", "Go back"): "Revenir au dossier précédent",
    ("QFileDialog", "Go forward"): "Aller au dossier suivant",
    ("QFileDialog", "Find Directory"): "Choisir un dossier",
    ("QFileDialog", "%1 already exists.\nDo you want to replace it?"): (
        "Le fichier %1 existe déjà.\nVoulez-vous le remplacer\N{NARROW NO-BREAK SPACE}?"
    ),
    ("QFileDialog", "'%1' is write protected.\nDo you want to delete it anyway?"): (
        "«\N{NO-BREAK SPACE}%1\N{NO-BREAK SPACE}» est protégé en écriture.\n"
        "Voulez-vous quand même le supprimer\N{NARROW NO-BREAK SPACE}?"
    ),
    ("QFileDialog", "Are you sure you want to delete '%1'?"): (
        "Voulez-vous vraiment supprimer «\N{NO-BREAK SPACE}%1\N{NO-BREAK SPACE}»\N{NARROW NO-BREAK SPACE}?"
    ),
    ("QPrintDialog", "&Options >>"): "Plus d’&options",
    ("QPrintDialog", "&Options <<"): "Moins d’&options",
    ("QPrintDialog", "File %1 is not writable.\nPlease choose a different file name."): (
        "Impossible d’écrire dans le fichier %1.\nChoisissez un autre nom de fichier."
    ),
    ("QPrintDialog", "%1 already exists.\nDo you want to overwrite it?"): (
        "Le fichier %1 existe déjà.\nVoulez-vous le remplacer\N{NARROW NO-BREAK SPACE}?"
    ),
    ("QPrintDialog", "The 'From' value cannot be greater than the 'To' value."): (
        "La première page ne peut pas venir après la dernière."
    ),
    ("QPrintSettingsOutput", "Page &Set:"): "&Pages à garder\N{NO-BREAK SPACE}:",
    ("QPrintSettingsOutput", "Page Set:"): "Pages à garder\N{NO-BREAK SPACE}:",
    ("QPrintSettingsOutput", "Print range"): "Pages à imprimer",
    ("QPrintSettingsOutput", "Grayscale"): "Niveaux de gris",
    ("QPrintPropertiesDialog", "Printer Properties"): "Propriétés de l’imprimante",
    ("QPageSetupWidget", "Page &order:"): "&Ordre des pages\N{NO-BREAK SPACE}:",
    ("QPageSetupWidget", "Pages &per sheet:"): "&Pages par feuille\N{NO-BREAK SPACE}:",
    ("QWidgetTextControl", "Copy &Link Location"): "Copier l’adresse du &lien",
    ("QScrollBar", "Scroll here"): "Défiler jusqu’ici",
    ("QAccessibleActionInterface", "Triggers the action"): "Déclenche l’action",
    ("QShortcut", "Return"): "Entrée",
}
"""(context, English text) -> French, for what ``qtbase_fr`` of Qt 6.11 lacks or sets with straight quotes."""


class _MissingTexts(QTranslator):
    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return _TEXTS.get((context, sourceText))


def install_french(application: QCoreApplication) -> None:
    """Make Qt's own texts, figures and dates French; call once, before the first window."""
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    own = QTranslator(application)
    if own.load("qtbase_fr", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(own)
    application.installTranslator(_MissingTexts(application))
