<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>AcceptDialog</name>
    <message>
      <source>Accept</source>
      <translation>Annehmen</translation>
    </message>
    <message>
      <source>Accept {count} suspect backups?</source>
      <translation>{count} verdächtige Sicherungen annehmen?</translation>
    </message>
    <message>
      <source>Accept {name}?</source>
      <translation>{name} annehmen?</translation>
    </message>
    <message>
      <source>It holds much less than the one before it: perhaps a drive was not mounted when it was made. Once accepted it counts as good, later ones are measured by it, and rules may remove older ones for it. That cannot be taken back.</source>
      <translation>Sie enthält viel weniger als die vorige: vielleicht war beim Erstellen ein Laufwerk nicht eingehängt. Angenommen gilt sie als gut, spätere werden an ihr gemessen, und Regeln dürfen für sie ältere entfernen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
  </context>
  <context>
    <name>AddressStep</name>
    <message>
      <source>Advanced</source>
      <translation>Erweitert</translation>
    </message>
    <message>
      <source>As the system says; “direct” for none</source>
      <translation>Wie das System; „direct“ für keinen</translation>
    </message>
    <message>
      <source>Continue</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Continue without encryption</source>
      <translation>Ohne Verschlüsselung fortfahren</translation>
    </message>
    <message>
      <source>Headers that a gateway wants, one a line</source>
      <translation>Kopfzeilen, die ein Gateway verlangt, eine je Zeile</translation>
    </message>
    <message>
      <source>No authority vouches for the certificate of {host}. Ask whoever runs the server for its SHA-256 fingerprint, and go on only if it is this one:</source>
      <translation>Keine Stelle bürgt für das Zertifikat von {host}. Fragen Sie den Betreiber des Servers nach dem SHA-256-Fingerabdruck und fahren Sie nur fort, wenn es dieser ist:</translation>
    </message>
    <message>
      <source>Proxy</source>
      <translation>Proxy</translation>
    </message>
    <message>
      <source>Server address</source>
      <translation>Adresse des Servers</translation>
    </message>
    <message>
      <source>Trust this certificate</source>
      <translation>Diesem Zertifikat vertrauen</translation>
    </message>
    <message>
      <source>Type the address you open Kuroibara with, or that of its backup engine.</source>
      <translation>Geben Sie die Adresse ein, unter der Sie Kuroibara öffnen, oder die seiner Backup-Engine.</translation>
    </message>
    <message>
      <source>Where is your library?</source>
      <translation>Wo ist Ihre Bibliothek?</translation>
    </message>
  </context>
  <context>
    <name>AppSection</name>
    <message>
      <source>Appearance</source>
      <translation>Darstellung</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>Every change is in force at once, and is remembered.</source>
      <translation>Jede Änderung gilt sofort und wird gemerkt.</translation>
    </message>
    <message>
      <source>In the background, so that copies are made without you thinking of them.</source>
      <translation>Im Hintergrund, damit Kopien entstehen, ohne dass Sie daran denken.</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>Light or dark, as you like to read.</source>
      <translation>Hell oder dunkel, wie Sie lieber lesen.</translation>
    </message>
    <message>
      <source>Noted. Quit the app and start it again to read it in this language.</source>
      <translation>Gemerkt. Beenden Sie die App und starten Sie sie neu, um sie in dieser Sprache zu lesen.</translation>
    </message>
    <message>
      <source>Spoken from the next start of the app on.</source>
      <translation>Gilt ab dem nächsten Start der App.</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Start when I log in</source>
      <translation>Bei der Anmeldung starten</translation>
    </message>
    <message>
      <source>The app no longer starts when you log in.</source>
      <translation>Die App startet nicht mehr bei der Anmeldung.</translation>
    </message>
    <message>
      <source>The app starts when you log in.</source>
      <translation>Die App startet bei der Anmeldung.</translation>
    </message>
    <message>
      <source>The system does not let the entry for the log-in be written.</source>
      <translation>Das System lässt den Eintrag für die Anmeldung nicht schreiben.</translation>
    </message>
    <message>
      <source>The theme was changed.</source>
      <translation>Das Design wurde geändert.</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Design</translation>
    </message>
  </context>
  <context>
    <name>Arriving</name>
    <message>
      <source>Finish the steps of the window, then drop the file again.</source>
      <translation>Schließen Sie erst die Schritte im Fenster ab und legen Sie die Datei dann noch einmal ab.</translation>
    </message>
    <message>
      <source>Nothing was done: the app is not set up yet.</source>
      <translation>Nichts geschah: die App ist noch nicht eingerichtet.</translation>
    </message>
    <message>
      <source>Taking in {name}</source>
      <translation>{name} wird aufgenommen</translation>
    </message>
  </context>
  <context>
    <name>Background</name>
    <message>
      <source>Keeping your choice</source>
      <translation>Ihre Wahl wird gespeichert</translation>
    </message>
    <message>
      <source>Reading copies again</source>
      <translation>Kopien werden wieder gelesen</translation>
    </message>
    <message>
      <source>Repairing {name}</source>
      <translation>{name} wird repariert</translation>
    </message>
    <message>
      <source>{count} copies went by the rules of the archive, which freed {size}.</source>
      <translation>{count} Kopien gingen nach den Regeln des Archivs, das schaffte {size} Platz.</translation>
    </message>
    <message>
      <source>{name} went by the rules of the archive, which freed {size}.</source>
      <translation>{name} ging nach den Regeln des Archivs, das schaffte {size} Platz.</translation>
    </message>
  </context>
  <context>
    <name>BackupMenu</name>
    <message>
      <source>Accept although suspect…</source>
      <translation>Trotz Verdacht annehmen…</translation>
    </message>
    <message>
      <source>Copy to another place…</source>
      <translation>An anderen Ort kopieren…</translation>
    </message>
    <message>
      <source>Delete on the server…</source>
      <translation>Auf dem Server löschen…</translation>
    </message>
    <message>
      <source>Delete the copy here…</source>
      <translation>Kopie hier löschen…</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>Notiz…</translation>
    </message>
    <message>
      <source>Pin: let no rule remove it</source>
      <translation>Anheften: keine Regel entfernt sie</translation>
    </message>
    <message>
      <source>Properties</source>
      <translation>Eigenschaften</translation>
    </message>
    <message>
      <source>Prove by a rehearsed restore</source>
      <translation>Durch Probe-Wiederherstellung erproben</translation>
    </message>
    <message>
      <source>Repair from the server</source>
      <translation>Vom Server reparieren</translation>
    </message>
    <message>
      <source>Restore…</source>
      <translation>Wiederherstellen…</translation>
    </message>
    <message>
      <source>Some are for administrators: sign in as one.</source>
      <translation>Manches dürfen nur Administratoren: melden Sie sich als einer an.</translation>
    </message>
    <message>
      <source>Some need the backup engine, which this server does not have.</source>
      <translation>Manches braucht die Backup-Engine, die dieser Server nicht hat.</translation>
    </message>
    <message>
      <source>Some need the server, which cannot be asked now.</source>
      <translation>Manches braucht den Server, der gerade nicht zu erreichen ist.</translation>
    </message>
    <message>
      <source>Sort by</source>
      <translation>Sortieren nach</translation>
    </message>
    <message>
      <source>The copy here is damaged: repair it first.</source>
      <translation>Die Kopie hier ist beschädigt: reparieren Sie sie zuerst.</translation>
    </message>
    <message>
      <source>The server is still writing this backup.</source>
      <translation>Der Server schreibt diese Sicherung noch.</translation>
    </message>
    <message>
      <source>The server no longer has it whole, so it cannot be repaired.</source>
      <translation>Der Server hat sie nicht mehr unversehrt, sie lässt sich also nicht reparieren.</translation>
    </message>
    <message>
      <source>This server's backup engine does not offer all of it.</source>
      <translation>Die Backup-Engine dieses Servers bietet nicht alles davon an.</translation>
    </message>
    <message>
      <source>To restore it, copy it here first.</source>
      <translation>Zum Wiederherstellen kopieren Sie sie zuerst hierher.</translation>
    </message>
    <message>
      <source>Unpin</source>
      <translation>Lösen</translation>
    </message>
    <message>
      <source>Verify on the server</source>
      <translation>Auf dem Server prüfen</translation>
    </message>
    <message>
      <source>What can be done with the chosen backups</source>
      <translation>Was mit den gewählten Sicherungen möglich ist</translation>
    </message>
  </context>
  <context>
    <name>BackupModel</name>
    <message>
      <source>Contents</source>
      <translation>Inhalt</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>Erstellt</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Proved</source>
      <translation>Erprobt</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <source>Verified</source>
      <translation>Geprüft</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Ort</translation>
    </message>
  </context>
  <context>
    <name>BackupTable</name>
    <message>
      <source>Backups</source>
      <translation>Sicherungen</translation>
    </message>
    <message>
      <source>Columns of the table; press one to sort by it</source>
      <translation>Spalten der Tabelle; Druck auf eine sortiert danach</translation>
    </message>
    <message>
      <source>Copy here</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Database</source>
      <translation>Datenbank</translation>
    </message>
    <message>
      <source>On the server</source>
      <translation>Auf dem Server</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Heute</translation>
    </message>
  </context>
  <context>
    <name>BackupsDoor</name>
    <message>
      <source>Copy it again while the server still holds it.</source>
      <translation>Kopieren Sie sie noch einmal, solange der Server sie noch hat.</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>Go on copying</source>
      <translation>Weiter kopieren</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
      <source>Making a backup</source>
      <translation>Sicherung wird erstellt</translation>
    </message>
    <message>
      <source>Making {name}</source>
      <translation>{name} wird erstellt</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Anmelden</translation>
    </message>
    <message>
      <source>The backup was made and checked on the server.</source>
      <translation>Die Sicherung wurde auf dem Server erstellt und geprüft.</translation>
    </message>
    <message>
      <source>The copy of {name} is damaged. {what}</source>
      <translation>Die Kopie von {name} ist beschädigt. {what}</translation>
    </message>
    <message>
      <source>The copy of {name} is not complete: {here} of {all} are here already.</source>
      <translation>Die Kopie von {name} ist nicht vollständig: {here} von {all} sind schon hier.</translation>
    </message>
    <message>
      <source>The server is still being asked for its list…</source>
      <translation>Der Server wird noch nach seiner Liste gefragt…</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
    <message>
      <source>Verifying {name}</source>
      <translation>{name} wird geprüft</translation>
    </message>
    <message>
      <source>{name} is here, and every byte of it was checked.</source>
      <translation>{name} ist hier, und jedes Byte davon wurde geprüft.</translation>
    </message>
    <message>
      <source>{name} is in your archive now.</source>
      <translation>{name} ist jetzt in Ihrem Archiv.</translation>
    </message>
    <message>
      <source>{name} is whole: every byte was read again and is right.</source>
      <translation>{name} ist unversehrt: jedes Byte wurde noch einmal gelesen und stimmt.</translation>
    </message>
  </context>
  <context>
    <name>BackupsPage</name>
    <message>
      <source>1 backup · {size}</source>
      <translation>1 Sicherung · {size}</translation>
    </message>
    <message>
      <source>Add a file…</source>
      <translation>Datei hinzufügen…</translation>
    </message>
    <message>
      <source>Add a server, and its backups can be copied here.</source>
      <translation>Fügen Sie einen Server hinzu, dann können seine Sicherungen hierher kopiert werden.</translation>
    </message>
    <message>
      <source>Add a server…</source>
      <translation>Server hinzufügen…</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>Sicherungen</translation>
    </message>
    <message>
      <source>Copy offsite now</source>
      <translation>Jetzt kopieren</translation>
    </message>
    <message>
      <source>Copy what is chosen, or the newest backup (Ctrl+Shift+C)</source>
      <translation>Die Auswahl oder die neueste Sicherung kopieren (Strg+Umschalt+C)</translation>
    </message>
    <message>
      <source>Create backup</source>
      <translation>Sicherung erstellen</translation>
    </message>
    <message>
      <source>Create the first backup</source>
      <translation>Erste Sicherung erstellen</translation>
    </message>
    <message>
      <source>Have the server make a backup now (Ctrl+N)</source>
      <translation>Den Server jetzt eine Sicherung erstellen lassen (Strg+N)</translation>
    </message>
    <message>
      <source>Make the first one: it holds the database and, if you like, all manga files.</source>
      <translation>Erstellen Sie die erste: sie enthält die Datenbank und, wenn Sie mögen, alle Manga-Dateien.</translation>
    </message>
    <message>
      <source>More that can be done</source>
      <translation>Was noch möglich ist</translation>
    </message>
    <message>
      <source>More that can be done (the menu key)</source>
      <translation>Was noch möglich ist (Menütaste)</translation>
    </message>
    <message>
      <source>No backup is like this</source>
      <translation>Keine Sicherung ist so</translation>
    </message>
    <message>
      <source>No backups yet</source>
      <translation>Noch keine Sicherungen</translation>
    </message>
    <message>
      <source>No copies in this folder</source>
      <translation>Keine Kopien in diesem Ordner</translation>
    </message>
    <message>
      <source>Nothing matches “{words}”</source>
      <translation>Nichts passt zu „{words}“</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <source>Refresh the list</source>
      <translation>Liste aktualisieren</translation>
    </message>
    <message>
      <source>Refresh the list (F5)</source>
      <translation>Liste aktualisieren (F5)</translation>
    </message>
    <message>
      <source>Show all backups</source>
      <translation>Alle Sicherungen zeigen</translation>
    </message>
    <message>
      <source>Take a backup file from anywhere into the archive (Ctrl+O)</source>
      <translation>Eine Sicherungsdatei von irgendwoher ins Archiv aufnehmen (Strg+O)</translation>
    </message>
    <message>
      <source>Verify again</source>
      <translation>Erneut prüfen</translation>
    </message>
    <message>
      <source>{count} backups · {size}</source>
      <translation>{count} Sicherungen · {size}</translation>
    </message>
    <message>
      <source>{count} of {all} selected · {size}</source>
      <translation>{count} von {all} gewählt · {size}</translation>
    </message>
    <message>
      <source>{count} of {all} shown</source>
      <translation>{count} von {all} gezeigt</translation>
    </message>
  </context>
  <context>
    <name>ChecklistCard</name>
    <message>
      <source>Compare with the backup</source>
      <translation>Mit der Sicherung vergleichen</translation>
    </message>
    <message>
      <source>Copy the list</source>
      <translation>Liste kopieren</translation>
    </message>
    <message>
      <source>Did everything arrive?</source>
      <translation>Ist alles angekommen?</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <source>Sign in…</source>
      <translation>Anmelden…</translation>
    </message>
    <message>
      <source>The server counts again, and the list says what is there of the backup.</source>
      <translation>Der Server zählt noch einmal, und die Liste sagt, was von der Sicherung da ist.</translation>
    </message>
  </context>
  <context>
    <name>ChecklistWording</name>
    <message>
      <source>All manga appear in the library</source>
      <translation>Alle Manga erscheinen in der Bibliothek</translation>
    </message>
    <message>
      <source>File access working</source>
      <translation>Dateizugriff funktioniert</translation>
    </message>
    <message>
      <source>Not known yet</source>
      <translation>Noch nicht bekannt</translation>
    </message>
    <message>
      <source>Not right</source>
      <translation>Stimmt nicht</translation>
    </message>
    <message>
      <source>Reading progress preserved</source>
      <translation>Lesefortschritt erhalten</translation>
    </message>
    <message>
      <source>Restart Kuroibara there: it brings an older backup up to date.</source>
      <translation>Starten Sie Kuroibara dort neu: es bringt eine ältere Sicherung auf den neuen Stand.</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>Stimmt</translation>
    </message>
    <message>
      <source>Scheduled backups configured</source>
      <translation>Geplante Sicherungen eingerichtet</translation>
    </message>
    <message>
      <source>The backup held none, or nobody could count them.</source>
      <translation>Die Sicherung enthielt keine, oder niemand konnte sie zählen.</translation>
    </message>
    <message>
      <source>The new server makes no backups by itself: switch its schedule on.</source>
      <translation>Der neue Server erstellt von selbst keine Sicherungen: schalten Sie seinen Zeitplan ein.</translation>
    </message>
    <message>
      <source>The next backup is due {time}.</source>
      <translation>Die nächste Sicherung ist {time} fällig.</translation>
    </message>
    <message>
      <source>The server does not tell its schedule.</source>
      <translation>Der Server nennt seinen Zeitplan nicht.</translation>
    </message>
    <message>
      <source>User settings intact</source>
      <translation>Benutzereinstellungen unversehrt</translation>
    </message>
    <message>
      <source>{found} files are there; the backup held {expected}.</source>
      <translation>{found} Dateien sind da; die Sicherung enthielt {expected}.</translation>
    </message>
    <message>
      <source>{found} places in chapters; the backup held {expected}.</source>
      <translation>{found} Stellen in Kapiteln; die Sicherung enthielt {expected}.</translation>
    </message>
    <message>
      <source>{found} series are there; the backup held {expected}.</source>
      <translation>{found} Serien sind da; die Sicherung enthielt {expected}.</translation>
    </message>
    <message>
      <source>{found} users with their settings; the backup held {expected}.</source>
      <translation>{found} Nutzer mit ihren Einstellungen; die Sicherung enthielt {expected}.</translation>
    </message>
  </context>
  <context>
    <name>CodeStep</name>
    <message>
      <source>Code</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>One more step</source>
      <translation>Noch ein Schritt</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Anmelden</translation>
    </message>
    <message>
      <source>Type the six digits that your authenticator app shows for this server.</source>
      <translation>Geben Sie die sechs Ziffern ein, die Ihre Authenticator-App für diesen Server zeigt.</translation>
    </message>
    <message>
      <source>With a code you cannot stay signed in here for good: the sign-in ends when the app was not used for seven days. You are reminded the day before.</source>
      <translation>Mit einem Code können Sie hier nicht auf Dauer angemeldet bleiben: die Anmeldung endet, wenn die App sieben Tage lang nicht benutzt wurde. Sie werden am Tag davor erinnert.</translation>
    </message>
  </context>
  <context>
    <name>ConfirmDialog</name>
    <message>
      <source>Name of the server</source>
      <translation>Name des Servers</translation>
    </message>
    <message>
      <source>Replace what is there?</source>
      <translation>Ersetzen, was dort ist?</translation>
    </message>
    <message>
      <source>Restore now</source>
      <translation>Jetzt wiederherstellen</translation>
    </message>
    <message>
      <source>That is not the server's name: nothing was begun.</source>
      <translation>Das ist nicht der Name des Servers: nichts wurde begonnen.</translation>
    </message>
    <message>
      <source>Type {name} to go on</source>
      <translation>Zum Fortfahren {name} eingeben</translation>
    </message>
  </context>
  <context>
    <name>CopiesSection</name>
    <message>
      <source>Accounts, progress and settings; they are small.</source>
      <translation>Konten, Lesefortschritt und Einstellungen; sie sind klein.</translation>
    </message>
    <message>
      <source>Also on a metered network</source>
      <translation>Auch in einem getakteten Netz</translation>
    </message>
    <message>
      <source>Also on battery</source>
      <translation>Auch im Akkubetrieb</translation>
    </message>
    <message>
      <source>Another limit at some hours</source>
      <translation>Zu bestimmten Zeiten eine andere Grenze</translation>
    </message>
    <message>
      <source>Checked again</source>
      <translation>Wieder geprüft</translation>
    </message>
    <message>
      <source>Database-only backups</source>
      <translation>Nur-Datenbank-Sicherungen</translation>
    </message>
    <message>
      <source>Drives rot in silence. What is found damaged is set aside and fetched anew.</source>
      <translation>Laufwerke altern still. Was beschädigt gefunden wird, wird beiseitegelegt und neu geholt.</translation>
    </message>
    <message>
      <source>Every new one</source>
      <translation>Jede neue</translation>
    </message>
    <message>
      <source>Every {count} days</source>
      <translation>Alle {count} Tage</translation>
    </message>
    <message>
      <source>Full backups</source>
      <translation>Vollständige Sicherungen</translation>
    </message>
    <message>
      <source>How fast</source>
      <translation>Wie schnell</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Nie</translation>
    </message>
    <message>
      <source>No limit</source>
      <translation>Keine Grenze</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <source>Noted. It is in force from now on.</source>
      <translation>Gemerkt. Es gilt ab jetzt.</translation>
    </message>
    <message>
      <source>Nothing comes by itself until you let it again; you can still copy by hand.</source>
      <translation>Nichts kommt von selbst, bis Sie es wieder erlauben; von Hand können Sie weiter kopieren.</translation>
    </message>
    <message>
      <source>Otherwise copies wait for the mains.</source>
      <translation>Sonst warten Kopien auf das Stromnetz.</translation>
    </message>
    <message>
      <source>Pause automatic copies</source>
      <translation>Automatische Kopien anhalten</translation>
    </message>
    <message>
      <source>Read every copy again</source>
      <translation>Jede Kopie wieder lesen</translation>
    </message>
    <message>
      <source>So that others can use the network, too.</source>
      <translation>Damit auch andere das Netz nutzen können.</translation>
    </message>
    <message>
      <source>Speed limit</source>
      <translation>Tempolimit</translation>
    </message>
    <message>
      <source>Such as a phone's. Otherwise copies wait for another network.</source>
      <translation>Etwa dem eines Telefons. Sonst warten Kopien auf ein anderes Netz.</translation>
    </message>
    <message>
      <source>The newest, once a week</source>
      <translation>Die neueste, einmal pro Woche</translation>
    </message>
    <message>
      <source>What comes by itself</source>
      <translation>Was von selbst kommt</translation>
    </message>
    <message>
      <source>What comes to this computer without being asked for, and when it may.</source>
      <translation>Was ungefragt auf diesen Computer kommt, und wann es darf.</translation>
    </message>
    <message>
      <source>When that may be</source>
      <translation>Wann es darf</translation>
    </message>
    <message>
      <source>With the manga files: only these bring the whole library back.</source>
      <translation>Mit den Manga-Dateien: nur sie bringen die ganze Bibliothek zurück.</translation>
    </message>
  </context>
  <context>
    <name>CopiesStep</name>
    <message>
      <source>Database-only backups: accounts, progress, settings</source>
      <translation>Nur-Datenbank-Sicherungen: Konten, Lesefortschritt, Einstellungen</translation>
    </message>
    <message>
      <source>Every new one</source>
      <translation>Jede neue</translation>
    </message>
    <message>
      <source>Full backups: the manga files, too</source>
      <translation>Vollständige Sicherungen: auch die Manga-Dateien</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <source>Only save</source>
      <translation>Nur speichern</translation>
    </message>
    <message>
      <source>Save and copy now</source>
      <translation>Speichern und jetzt kopieren</translation>
    </message>
    <message>
      <source>The database first, which takes seconds; then everything.</source>
      <translation>Zuerst die Datenbank, das dauert Sekunden; dann alles.</translation>
    </message>
    <message>
      <source>The newest, once a week</source>
      <translation>Die neueste, einmal pro Woche</translation>
    </message>
    <message>
      <source>These copies hold every user's data and password hashes. Whoever gets the drive can read them: keep it where only you can reach it.</source>
      <translation>Diese Kopien enthalten die Daten und Passwort-Hashes aller Nutzer. Wer das Laufwerk hat, kann sie lesen: bewahren Sie es auf, wo nur Sie herankommen.</translation>
    </message>
    <message>
      <source>This comes by itself, as long as the app runs. The settings have more.</source>
      <translation>Das kommt von selbst, solange die App läuft. Die Einstellungen bieten mehr.</translation>
    </message>
    <message>
      <source>What should be copied?</source>
      <translation>Was soll kopiert werden?</translation>
    </message>
  </context>
  <context>
    <name>CreateDialog</name>
    <message>
      <source>A name begins with a letter or digit and holds only letters, digits, spaces, single dots, hyphens and underscores.</source>
      <translation>Ein Name beginnt mit einem Buchstaben oder einer Ziffer und enthält nur Buchstaben, Ziffern, Leerzeichen, einzelne Punkte, Binde- und Unterstriche.</translation>
    </message>
    <message>
      <source>Accounts, progress and settings, without the manga files.</source>
      <translation>Konten, Lesefortschritt und Einstellungen, ohne die Manga-Dateien.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Create backup</source>
      <translation>Sicherung erstellen</translation>
    </message>
    <message>
      <source>Everything can be restored from it.</source>
      <translation>Alles lässt sich daraus wiederherstellen.</translation>
    </message>
    <message>
      <source>Here only {free} are free: the copy may not fit beside the others.</source>
      <translation>Hier sind nur {free} frei: die Kopie passt vielleicht nicht neben die anderen.</translation>
    </message>
    <message>
      <source>Here {free} are free for the copy.</source>
      <translation>Hier sind {free} für die Kopie frei.</translation>
    </message>
    <message>
      <source>Include the files of the library</source>
      <translation>Die Dateien der Bibliothek einschließen</translation>
    </message>
    <message>
      <source>Name, if you like</source>
      <translation>Name, wenn Sie mögen</translation>
    </message>
    <message>
      <source>No schedule is on: the server makes none by itself.</source>
      <translation>Kein Zeitplan ist eingeschaltet: der Server erstellt von selbst keine.</translation>
    </message>
    <message>
      <source>On the server only {free} are free: it may not fit there.</source>
      <translation>Auf dem Server sind nur {free} frei: sie passt dort vielleicht nicht hin.</translation>
    </message>
    <message>
      <source>On the server {free} are free.</source>
      <translation>Auf dem Server sind {free} frei.</translation>
    </message>
    <message>
      <source>The last one of this kind has {size}.</source>
      <translation>Die letzte dieser Art hat {size}.</translation>
    </message>
    <message>
      <source>The next full one comes by itself: {moment}.</source>
      <translation>Die nächste vollständige kommt von selbst: {moment}.</translation>
    </message>
    <message>
      <source>The next one of the database comes by itself: {moment}.</source>
      <translation>Die nächste der Datenbank kommt von selbst: {moment}.</translation>
    </message>
    <message>
      <source>The server chooses one</source>
      <translation>Der Server wählt einen</translation>
    </message>
    <message>
      <source>The server makes it and checks it; you can go on working meanwhile.</source>
      <translation>Der Server erstellt und prüft sie; Sie können inzwischen weiterarbeiten.</translation>
    </message>
    <message>
      <source>There is a backup of this name already.</source>
      <translation>Eine Sicherung dieses Namens gibt es schon.</translation>
    </message>
  </context>
  <context>
    <name>Deciding</name>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>Deleted here: {name}</source>
      <translation>Hier gelöscht: {name}</translation>
    </message>
    <message>
      <source>Deleted on the server: {name}</source>
      <translation>Auf dem Server gelöscht: {name}</translation>
    </message>
    <message>
      <source>Deleting a backup wants it. It is sent to the server only.</source>
      <translation>Das Löschen einer Sicherung verlangt es. Es wird nur an den Server gesendet.</translation>
    </message>
    <message>
      <source>Pinned {where}: {name}</source>
      <translation>Angeheftet ({where}): {name}</translation>
    </message>
    <message>
      <source>The note about {name} is kept on the server.</source>
      <translation>Die Notiz zu {name} liegt auf dem Server.</translation>
    </message>
    <message>
      <source>Unpinned {where}: {name}</source>
      <translation>Gelöst ({where}): {name}</translation>
    </message>
    <message>
      <source>Your password once more</source>
      <translation>Noch einmal Ihr Passwort</translation>
    </message>
    <message>
      <source>here</source>
      <translation>hier</translation>
    </message>
    <message>
      <source>on the server</source>
      <translation>auf dem Server</translation>
    </message>
    <message>
      <source>on the server and here</source>
      <translation>auf dem Server und hier</translation>
    </message>
    <message>
      <source>{count} backups</source>
      <translation>{count} Sicherungen</translation>
    </message>
    <message>
      <source>{name} counts as good from now on.</source>
      <translation>{name} gilt von jetzt an als gut.</translation>
    </message>
  </context>
  <context>
    <name>DeleteDialog</name>
    <message>
      <source>A verified copy of each stays here.</source>
      <translation>Von jeder bleibt eine geprüfte Kopie hier.</translation>
    </message>
    <message>
      <source>A verified copy stays here.</source>
      <translation>Eine geprüfte Kopie bleibt hier.</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>Delete it all the same</source>
      <translation>Trotzdem löschen</translation>
    </message>
    <message>
      <source>Delete the copy of {name} here?</source>
      <translation>Die Kopie von {name} hier löschen?</translation>
    </message>
    <message>
      <source>Delete {count} backups on the server?</source>
      <translation>{count} Sicherungen auf dem Server löschen?</translation>
    </message>
    <message>
      <source>Delete {count} copies here?</source>
      <translation>{count} Kopien hier löschen?</translation>
    </message>
    <message>
      <source>Delete {name} on the server?</source>
      <translation>{name} auf dem Server löschen?</translation>
    </message>
    <message>
      <source>It cannot be undone. {size} become free.</source>
      <translation>Das lässt sich nicht rückgängig machen. {size} werden frei.</translation>
    </message>
    <message>
      <source>No other good copies of them are known: they will be gone.</source>
      <translation>Andere gute Kopien davon sind nicht bekannt: sie sind dann weg.</translation>
    </message>
    <message>
      <source>No other good copy of it is known: afterwards this backup is gone.</source>
      <translation>Eine andere gute Kopie davon ist nicht bekannt: danach ist diese Sicherung weg.</translation>
    </message>
    <message>
      <source>No other verified copy here holds as much of this library. Should the server be lost, nothing could bring it back.</source>
      <translation>Keine andere geprüfte Kopie hier enthält so viel von dieser Bibliothek. Ginge der Server verloren, brächte nichts sie zurück.</translation>
    </message>
    <message>
      <source>Of {kept} of them a verified copy stays here; {gone} will be gone.</source>
      <translation>Von {kept} davon bleibt eine geprüfte Kopie hier; {gone} sind dann weg.</translation>
    </message>
    <message>
      <source>The server still has each of them, whole.</source>
      <translation>Der Server hat jede davon noch unversehrt.</translation>
    </message>
    <message>
      <source>The server still has it, whole.</source>
      <translation>Der Server hat sie noch unversehrt.</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>und {count} weitere</translation>
    </message>
    <message>
      <source>{kept} of them stay on the server; {gone} will be gone.</source>
      <translation>{kept} davon bleiben auf dem Server; {gone} sind dann weg.</translation>
    </message>
    <message>
      <source>{name} is the last verified backup on the server that holds as much of the library.</source>
      <translation>{name} ist die letzte geprüfte Sicherung auf dem Server, die so viel von der Bibliothek enthält.</translation>
    </message>
  </context>
  <context>
    <name>DevicesCard</name>
    <message>
      <source>Devices and invitations</source>
      <translation>Geräte und Einladungen</translation>
    </message>
    <message>
      <source>Each has a token of its own that can be taken back here, and no password.</source>
      <translation>Jedes hat ein eigenes Token, das sich hier zurücknehmen lässt, und kein Passwort.</translation>
    </message>
    <message>
      <source>Invite a friend…</source>
      <translation>Jemanden einladen…</translation>
    </message>
    <message>
      <source>Open invitation</source>
      <translation>Offene Einladung</translation>
    </message>
    <message>
      <source>Revoke {name}</source>
      <translation>{name} sperren</translation>
    </message>
    <message>
      <source>Revoke…</source>
      <translation>Sperren…</translation>
    </message>
    <message>
      <source>There is none.</source>
      <translation>Es gibt keine.</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>Zurückziehen</translation>
    </message>
    <message>
      <source>Withdraw the invitation</source>
      <translation>Einladung zurückziehen</translation>
    </message>
    <message>
      <source>creates</source>
      <translation>erstellt</translation>
    </message>
    <message>
      <source>downloads</source>
      <translation>lädt herunter</translation>
    </message>
    <message>
      <source>good once, until {when}</source>
      <translation>einmal gültig, bis {when}</translation>
    </message>
    <message>
      <source>invited by {user}</source>
      <translation>eingeladen von {user}</translation>
    </message>
    <message>
      <source>last used {age}</source>
      <translation>zuletzt benutzt {age}</translation>
    </message>
    <message>
      <source>lists</source>
      <translation>listet auf</translation>
    </message>
    <message>
      <source>of {user}</source>
      <translation>von {user}</translation>
    </message>
    <message>
      <source>this computer</source>
      <translation>dieser Computer</translation>
    </message>
  </context>
  <context>
    <name>DiagnosticsSection</name>
    <message>
      <source>Archive folder</source>
      <translation>Archivordner</translation>
    </message>
    <message>
      <source>Copy report</source>
      <translation>Bericht kopieren</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>Daten</translation>
    </message>
    <message>
      <source>Open the data folder</source>
      <translation>Datenordner öffnen</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Sign-in</source>
      <translation>Anmeldung</translation>
    </message>
    <message>
      <source>System</source>
      <translation>System</translation>
    </message>
    <message>
      <source>The report is in the clipboard.</source>
      <translation>Der Bericht ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versionen</translation>
    </message>
    <message>
      <source>What somebody who helps you will ask for. It holds no password and no token.</source>
      <translation>Wonach fragt, wer Ihnen hilft. Kein Passwort und kein Token steht darin.</translation>
    </message>
    <message>
      <source>Where things are</source>
      <translation>Wo was liegt</translation>
    </message>
    <message>
      <source>in a file that your passphrase opens</source>
      <translation>in einer Datei, die Ihre Passphrase öffnet</translation>
    </message>
    <message>
      <source>in memory, for this session</source>
      <translation>im Speicher, für diese Sitzung</translation>
    </message>
    <message>
      <source>in the keyring</source>
      <translation>im Schlüsselbund</translation>
    </message>
    <message>
      <source>none chosen yet</source>
      <translation>noch keiner gewählt</translation>
    </message>
  </context>
  <context>
    <name>Doing</name>
    <message>
      <source>A restore of {name} did not go well.</source>
      <translation>Eine Probe-Wiederherstellung von {name} ging nicht gut aus.</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Backups (*.tar.gz)</source>
      <translation>Sicherungen (*.tar.gz)</translation>
    </message>
    <message>
      <source>Choose backups to take into the archive</source>
      <translation>Sicherungen wählen, die ins Archiv kommen</translation>
    </message>
    <message>
      <source>Choose the other place</source>
      <translation>Den anderen Ort wählen</translation>
    </message>
    <message>
      <source>Copying {name} to {place}</source>
      <translation>{name} wird nach {place} kopiert</translation>
    </message>
    <message>
      <source>In {place} now, checked: {names}</source>
      <translation>Jetzt in {place}, geprüft: {names}</translation>
    </message>
    <message>
      <source>Rehearsing a restore of {name}</source>
      <translation>Wiederherstellung von {name} wird geprobt</translation>
    </message>
    <message>
      <source>Rely on another backup or a copy here, and have a new one made.</source>
      <translation>Verlassen Sie sich auf eine andere Sicherung oder eine Kopie hier, und lassen Sie eine neue erstellen.</translation>
    </message>
    <message>
      <source>Repairing {name}</source>
      <translation>{name} wird repariert</translation>
    </message>
    <message>
      <source>Taking in {name}</source>
      <translation>{name} wird aufgenommen</translation>
    </message>
    <message>
      <source>Verifying {name} on the server</source>
      <translation>{name} wird auf dem Server geprüft</translation>
    </message>
    <message>
      <source>{count} backups</source>
      <translation>{count} Sicherungen</translation>
    </message>
    <message>
      <source>{name} is damaged on the server.</source>
      <translation>{name} ist auf dem Server beschädigt.</translation>
    </message>
    <message>
      <source>{name} is proved: a rehearsed restore of it went well.</source>
      <translation>{name} ist erprobt: eine Probe-Wiederherstellung ging gut.</translation>
    </message>
    <message>
      <source>{name} is whole again, and every byte of it was checked.</source>
      <translation>{name} ist wieder unversehrt, und jedes Byte davon wurde geprüft.</translation>
    </message>
    <message>
      <source>{name} is whole on the server, to the last byte.</source>
      <translation>{name} ist auf dem Server unversehrt, bis zum letzten Byte.</translation>
    </message>
  </context>
  <context>
    <name>Done</name>
    <message>
      <source>Dismiss</source>
      <translation>Ausblenden</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
  </context>
  <context>
    <name>Doors</name>
    <message>
      <source>Connecting…</source>
      <translation>Verbindung wird aufgebaut…</translation>
    </message>
  </context>
  <context>
    <name>DriveStep</name>
    <message>
      <source>1 copy</source>
      <translation>1 Kopie</translation>
    </message>
    <message>
      <source>Choose the drive, or the folder on it that holds the page HOW-TO-RESTORE.txt. Nothing on it is changed.</source>
      <translation>Wählen Sie das Laufwerk oder den Ordner darauf, in dem die Seite HOW-TO-RESTORE.txt liegt. Nichts darauf wird geändert.</translation>
    </message>
    <message>
      <source>Choose the folder with your backups</source>
      <translation>Den Ordner mit Ihren Sicherungen wählen</translation>
    </message>
    <message>
      <source>Folder with backups</source>
      <translation>Ordner mit Sicherungen</translation>
    </message>
    <message>
      <source>Open these backups</source>
      <translation>Diese Sicherungen öffnen</translation>
    </message>
    <message>
      <source>The marker of the archive was lost; a new one is written beside the copies.</source>
      <translation>Die Markierung des Archivs ging verloren; eine neue wird neben die Kopien geschrieben.</translation>
    </message>
    <message>
      <source>There are backup files in this folder, but it is no archive of this app. Make an archive with “I have a server”, or by `kuroibara-desktop vault add FOLDER`, and take them in with `kuroibara-desktop import`.</source>
      <translation>In diesem Ordner sind Sicherungsdateien, aber er ist kein Archiv dieser App. Legen Sie ein Archiv an mit „Ich habe einen Server“ oder mit `kuroibara-desktop vault add FOLDER`, und nehmen Sie sie mit `kuroibara-desktop import` auf.</translation>
    </message>
    <message>
      <source>There are no backups in this folder.</source>
      <translation>In diesem Ordner sind keine Sicherungen.</translation>
    </message>
    <message>
      <source>Where are your backups?</source>
      <translation>Wo sind Ihre Sicherungen?</translation>
    </message>
    <message>
      <source>no server yet</source>
      <translation>noch kein Server</translation>
    </message>
    <message>
      <source>{count} copies</source>
      <translation>{count} Kopien</translation>
    </message>
    <message>
      <source>{done} of {all} copies were read.</source>
      <translation>{done} von {all} Kopien wurden gelesen.</translation>
    </message>
    <message>
      <source>{what} of {servers}, {size}, in {folder}.</source>
      <translation>{what} von {servers}, {size}, in {folder}.</translation>
    </message>
  </context>
  <context>
    <name>DropZone</name>
    <message>
      <source>A .tar.gz file made by a Kuroibara server. It is checked on this computer first, and nothing changes on the server until you have seen what would change.</source>
      <translation>Eine .tar.gz-Datei von einem Kuroibara-Server. Sie wird zuerst auf diesem Computer geprüft, und auf dem Server ändert sich nichts, bis Sie gesehen haben, was sich ändern würde.</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>Datei wählen…</translation>
    </message>
    <message>
      <source>Drop a backup here</source>
      <translation>Sicherung hier ablegen</translation>
    </message>
  </context>
  <context>
    <name>Facts</name>
    <message>
      <source>Being written</source>
      <translation>Wird geschrieben</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>Inhalt</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <source>Damaged</source>
      <translation>Beschädigt</translation>
    </message>
    <message>
      <source>Download it, stop Kuroibara, open a terminal beside the file, and type:</source>
      <translation>Laden Sie sie herunter, halten Sie Kuroibara an, öffnen Sie ein Terminal neben der Datei und geben Sie ein:</translation>
    </message>
    <message>
      <source>Encrypted</source>
      <translation>Verschlüsselt</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>Finished</source>
      <translation>Beendet</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Von</translation>
    </message>
    <message>
      <source>Here</source>
      <translation>Hier</translation>
    </message>
    <message>
      <source>How to restore it by hand</source>
      <translation>Von Hand wiederherstellen</translation>
    </message>
    <message>
      <source>Identity</source>
      <translation>Kennung</translation>
    </message>
    <message>
      <source>If a command reports an error, stop there. Start Kuroibara afterwards.</source>
      <translation>Meldet ein Befehl einen Fehler, hören Sie dort auf. Starten Sie danach Kuroibara.</translation>
    </message>
    <message>
      <source>It is much smaller than the one before it: look whether all is in it.</source>
      <translation>Sie ist viel kleiner als die vorige: sehen Sie nach, ob alles darin ist.</translation>
    </message>
    <message>
      <source>Its name is no safe name for a file: rename it on the server first.</source>
      <translation>Ihr Name taugt nicht als Dateiname: benennen Sie sie zuerst auf dem Server um.</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>Kuroibara</source>
      <translation>Kuroibara</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>Erstellt</translation>
    </message>
    <message>
      <source>Made by Kuroibara itself</source>
      <translation>Von Kuroibara selbst erstellt</translation>
    </message>
    <message>
      <source>Made by the backup engine</source>
      <translation>Von der Backup-Engine erstellt</translation>
    </message>
    <message>
      <source>Mark</source>
      <translation>Kennzeichen</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Nie</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Nein</translation>
    </message>
    <message>
      <source>No restore of it was rehearsed on the server yet.</source>
      <translation>Auf dem Server wurde noch keine Wiederherstellung davon geprobt.</translation>
    </message>
    <message>
      <source>Nobody has read the copy here to its last byte yet.</source>
      <translation>Die Kopie hier hat noch niemand bis zum letzten Byte gelesen.</translation>
    </message>
    <message>
      <source>Not proved</source>
      <translation>Nicht erprobt</translation>
    </message>
    <message>
      <source>Not verified yet</source>
      <translation>Noch nicht geprüft</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <source>On the server</source>
      <translation>Auf dem Server</translation>
    </message>
    <message>
      <source>Origin</source>
      <translation>Herkunft</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>Pinned</source>
      <translation>Angeheftet</translation>
    </message>
    <message>
      <source>PostgreSQL</source>
      <translation>PostgreSQL</translation>
    </message>
    <message>
      <source>Proved</source>
      <translation>Erprobt</translation>
    </message>
    <message>
      <source>SHA-256</source>
      <translation>SHA-256</translation>
    </message>
    <message>
      <source>Sent to the server</source>
      <translation>An den Server gesendet</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <source>Stop Kuroibara, open a terminal in the folder of the file, and type:</source>
      <translation>Halten Sie Kuroibara an, öffnen Sie ein Terminal im Ordner der Datei und geben Sie ein:</translation>
    </message>
    <message>
      <source>Suspect</source>
      <translation>Verdächtig</translation>
    </message>
    <message>
      <source>The backup</source>
      <translation>Die Sicherung</translation>
    </message>
    <message>
      <source>The copy here is damaged. Repair it first, or use another backup.</source>
      <translation>Die Kopie hier ist beschädigt. Reparieren Sie sie zuerst, oder nehmen Sie eine andere Sicherung.</translation>
    </message>
    <message>
      <source>The last rehearsal of a restore</source>
      <translation>Die letzte Probe-Wiederherstellung</translation>
    </message>
    <message>
      <source>The server tells none</source>
      <translation>Der Server nennt keine</translation>
    </message>
    <message>
      <source>There is no copy of it here.</source>
      <translation>Es gibt hier keine Kopie davon.</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Unbekannt</translation>
    </message>
    <message>
      <source>Verified</source>
      <translation>Geprüft</translation>
    </message>
    <message>
      <source>What is not proved</source>
      <translation>Was nicht bewiesen ist</translation>
    </message>
    <message>
      <source>What the backup says of itself</source>
      <translation>Was die Sicherung über sich sagt</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Wann</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Ort</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <source>{moment}, perhaps some hours off: the server tells no time zone</source>
      <translation>{moment}, vielleicht um Stunden daneben: der Server nennt keine Zeitzone</translation>
    </message>
    <message>
      <source>{size} ({count} bytes)</source>
      <translation>{size} ({count} Byte)</translation>
    </message>
  </context>
  <context>
    <name>FileFace</name>
    <message>
      <source>Accounts and progress on the server stay as they are</source>
      <translation>Konten und Lesefortschritt auf dem Server bleiben, wie sie sind</translation>
    </message>
    <message>
      <source>Accounts, progress, settings and all files</source>
      <translation>Konten, Lesefortschritt, Einstellungen und alle Dateien</translation>
    </message>
    <message>
      <source>All else on the server stays as it is; you choose them next</source>
      <translation>Alles andere auf dem Server bleibt, wie es ist; als Nächstes wählen Sie sie aus</translation>
    </message>
    <message>
      <source>Another backup</source>
      <translation>Andere Sicherung</translation>
    </message>
    <message>
      <source>Make a safety copy of the database there first</source>
      <translation>Zuerst eine Sicherheitskopie der dortigen Datenbank anlegen</translation>
    </message>
    <message>
      <source>See what would change</source>
      <translation>Ansehen, was sich ändern würde</translation>
    </message>
    <message>
      <source>The files on the server stay as they are</source>
      <translation>Die Dateien auf dem Server bleiben, wie sie sind</translation>
    </message>
    <message>
      <source>What is to come back to {host}?</source>
      <translation>Was soll nach {host} zurückkommen?</translation>
    </message>
    <message>
      <source>What is to come back?</source>
      <translation>Was soll zurückkommen?</translation>
    </message>
    <message>
      <source>Without it, the database as it is now is only kept until the way back is closed.</source>
      <translation>Ohne sie bleibt die Datenbank, wie sie jetzt ist, nur so lange erhalten, bis der Rückweg geschlossen wird.</translation>
    </message>
  </context>
  <context>
    <name>FilterRow</name>
    <message>
      <source>All contents</source>
      <translation>Alle Inhalte</translation>
    </message>
    <message>
      <source>All kinds</source>
      <translation>Alle Arten</translation>
    </message>
    <message>
      <source>All states</source>
      <translation>Alle Zustände</translation>
    </message>
    <message>
      <source>Before a restore</source>
      <translation>Vor einer Wiederherstellung</translation>
    </message>
    <message>
      <source>Being written</source>
      <translation>Wird geschrieben</translation>
    </message>
    <message>
      <source>Clear search and filters (Esc)</source>
      <translation>Suche und Filter leeren (Esc)</translation>
    </message>
    <message>
      <source>Daily</source>
      <translation>Täglich</translation>
    </message>
    <message>
      <source>Damaged</source>
      <translation>Beschädigt</translation>
    </message>
    <message>
      <source>Database</source>
      <translation>Datenbank</translation>
    </message>
    <message>
      <source>Encrypted</source>
      <translation>Verschlüsselt</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Überall</translation>
    </message>
    <message>
      <source>From elsewhere</source>
      <translation>Von anderswo</translation>
    </message>
    <message>
      <source>Full</source>
      <translation>Vollständig</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>Made by hand</source>
      <translation>Von Hand erstellt</translation>
    </message>
    <message>
      <source>Monthly</source>
      <translation>Monatlich</translation>
    </message>
    <message>
      <source>Not verified yet</source>
      <translation>Noch nicht geprüft</translation>
    </message>
    <message>
      <source>Of no known kind</source>
      <translation>Von unbekannter Art</translation>
    </message>
    <message>
      <source>On both sides</source>
      <translation>Auf beiden Seiten</translation>
    </message>
    <message>
      <source>Only here</source>
      <translation>Nur hier</translation>
    </message>
    <message>
      <source>Only on the server</source>
      <translation>Nur auf dem Server</translation>
    </message>
    <message>
      <source>Pinned</source>
      <translation>Angeheftet</translation>
    </message>
    <message>
      <source>Proved by a rehearsal</source>
      <translation>Durch eine Probe erprobt</translation>
    </message>
    <message>
      <source>Search backups</source>
      <translation>Sicherungen suchen</translation>
    </message>
    <message>
      <source>Search by name, date or kind</source>
      <translation>Nach Name, Datum oder Art suchen</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Alle zeigen</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <source>Suspect</source>
      <translation>Verdächtig</translation>
    </message>
    <message>
      <source>Uploaded</source>
      <translation>Hochgeladen</translation>
    </message>
    <message>
      <source>Verified</source>
      <translation>Geprüft</translation>
    </message>
    <message>
      <source>Weekly</source>
      <translation>Wöchentlich</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Ort</translation>
    </message>
    <message>
      <source>With any mark</source>
      <translation>Alle Kennzeichen</translation>
    </message>
  </context>
  <context>
    <name>FirstCopy</name>
    <message>
      <source>Making the first backup of the database</source>
      <translation>Die erste Sicherung der Datenbank wird erstellt</translation>
    </message>
    <message>
      <source>Making the first full backup</source>
      <translation>Die erste vollständige Sicherung wird erstellt</translation>
    </message>
  </context>
  <context>
    <name>FirstStep</name>
    <message>
      <source>I have a server</source>
      <translation>Ich habe einen Server</translation>
    </message>
    <message>
      <source>I have backups on a drive</source>
      <translation>Ich habe Sicherungen auf einem Laufwerk</translation>
    </message>
    <message>
      <source>Kuroibara keeps copies of your library's backups away from its server.</source>
      <translation>Kuroibara bewahrt Kopien der Sicherungen Ihrer Bibliothek fern vom Server auf.</translation>
    </message>
    <message>
      <source>Look at them, check them and copy them. No server is needed.</source>
      <translation>Ansehen, prüfen und kopieren. Ein Server ist nicht nötig.</translation>
    </message>
    <message>
      <source>Sign in to Kuroibara, and copy its backups to a drive of yours.</source>
      <translation>Bei Kuroibara anmelden und seine Sicherungen auf ein eigenes Laufwerk kopieren.</translation>
    </message>
    <message>
      <source>What do you have?</source>
      <translation>Was haben Sie?</translation>
    </message>
  </context>
  <context>
    <name>FolderDialog</name>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Its marker is lost, but 1 copy ({size}) lies here: the archive is rebuilt around it, and it is not changed.</source>
      <translation>Seine Markierung ging verloren, aber 1 Kopie ({size}) liegt hier: das Archiv wird um sie herum neu aufgebaut, und sie wird nicht geändert.</translation>
    </message>
    <message>
      <source>Its marker is lost, but {count} copies ({size}) lie here: the archive is rebuilt around them, and none of them is changed.</source>
      <translation>Seine Markierung ging verloren, aber {count} Kopien ({size}) liegen hier: das Archiv wird um sie herum neu aufgebaut, und keine wird geändert.</translation>
    </message>
    <message>
      <source>There are {count} backup files here, in no server's folder. They stay as they are; drop them on the window to take them into the archive.</source>
      <translation>Hier liegen {count} Sicherungsdateien, in keinem Ordner eines Servers. Sie bleiben, wie sie sind; ziehen Sie sie auf das Fenster, um sie ins Archiv aufzunehmen.</translation>
    </message>
    <message>
      <source>There is 1 backup file here, in no server's folder. It stays as it is; drop it on the window to take it into the archive.</source>
      <translation>Hier liegt 1 Sicherungsdatei, in keinem Ordner eines Servers. Sie bleibt, wie sie ist; ziehen Sie sie auf das Fenster, um sie ins Archiv aufzunehmen.</translation>
    </message>
    <message>
      <source>This is an archive already, with 1 copy ({size}).</source>
      <translation>Dies ist schon ein Archiv mit 1 Kopie ({size}).</translation>
    </message>
    <message>
      <source>This is an archive already, with {count} copies ({size}).</source>
      <translation>Dies ist schon ein Archiv mit {count} Kopien ({size}).</translation>
    </message>
  </context>
  <context>
    <name>FolderStep</name>
    <message>
      <source>Archive folder</source>
      <translation>Archivordner</translation>
    </message>
    <message>
      <source>Choose a folder for your offsite archive, best on a drive of its own. The copies hold every user's data and password hashes: keep them private.</source>
      <translation>Wählen Sie einen Ordner für Ihr externes Archiv, am besten auf einem eigenen Laufwerk. Die Kopien enthalten die Daten und Passwort-Hashes aller Nutzer: halten Sie sie unter Verschluss.</translation>
    </message>
    <message>
      <source>Choose the archive folder</source>
      <translation>Archivordner wählen</translation>
    </message>
    <message>
      <source>Use this folder</source>
      <translation>Diesen Ordner verwenden</translation>
    </message>
    <message>
      <source>Where should copies go?</source>
      <translation>Wohin sollen Kopien?</translation>
    </message>
  </context>
  <context>
    <name>FoldersDoor</name>
    <message>
      <source>1 file stays in the old folder: it is nowhere else.</source>
      <translation>1 Datei bleibt im alten Ordner: sie ist nirgends sonst.</translation>
    </message>
    <message>
      <source>A folder for copies, best on a drive of its own, or one that holds copies already.</source>
      <translation>Ein Ordner für Kopien, am besten auf einem eigenen Laufwerk, oder einer, der schon Kopien enthält.</translation>
    </message>
    <message>
      <source>Add an archive folder</source>
      <translation>Archivordner hinzufügen</translation>
    </message>
    <message>
      <source>Add this folder</source>
      <translation>Diesen Ordner hinzufügen</translation>
    </message>
    <message>
      <source>Copy here</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Copy to a second place</source>
      <translation>An einen zweiten Ort kopieren</translation>
    </message>
    <message>
      <source>Copying {name} to a second place</source>
      <translation>{name} wird an einen zweiten Ort kopiert</translation>
    </message>
    <message>
      <source>Every copy goes there with its checksum, to be read without this app. What is there already is left alone.</source>
      <translation>Jede Kopie kommt mit ihrer Prüfsumme dorthin und ist ohne diese App lesbar. Was dort schon ist, bleibt unberührt.</translation>
    </message>
    <message>
      <source>Every copy is copied and read back before anything is switched. The old copies stay until you remove them. Choose an empty folder, or one that is yet to be made.</source>
      <translation>Jede Kopie wird kopiert und zurückgelesen, bevor umgestellt wird. Die alten Kopien bleiben, bis Sie sie entfernen. Wählen Sie einen leeren Ordner oder einen, den es noch nicht gibt.</translation>
    </message>
    <message>
      <source>From now on new copies go to {folder}.</source>
      <translation>Von jetzt an kommen neue Kopien nach {folder}.</translation>
    </message>
    <message>
      <source>Move it here</source>
      <translation>Hierher verschieben</translation>
    </message>
    <message>
      <source>Move the archive</source>
      <translation>Archiv verschieben</translation>
    </message>
    <message>
      <source>Moving {name}</source>
      <translation>{name} wird verschoben</translation>
    </message>
    <message>
      <source>Noted: it is another library. Both are kept for themselves.</source>
      <translation>Gemerkt: es ist eine andere Bibliothek. Beide werden für sich aufbewahrt.</translation>
    </message>
    <message>
      <source>Noted: it is the same library. Its copies are judged together.</source>
      <translation>Gemerkt: es ist dieselbe Bibliothek. Ihre Kopien werden zusammen beurteilt.</translation>
    </message>
    <message>
      <source>One copy was removed.</source>
      <translation>Eine Kopie wurde entfernt.</translation>
    </message>
    <message>
      <source>Remove the old copies?</source>
      <translation>Die alten Kopien entfernen?</translation>
    </message>
    <message>
      <source>Remove them</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Removing the old copies</source>
      <translation>Alte Kopien werden entfernt</translation>
    </message>
    <message>
      <source>The archive is at {to} now.</source>
      <translation>Das Archiv ist jetzt in {to}.</translation>
    </message>
    <message>
      <source>The folder was added.</source>
      <translation>Der Ordner wurde hinzugefügt.</translation>
    </message>
    <message>
      <source>The old copies are gone.</source>
      <translation>Die alten Kopien sind weg.</translation>
    </message>
    <message>
      <source>The rules are written into the folder. Nothing was removed.</source>
      <translation>Die Regeln stehen jetzt im Ordner. Nichts wurde entfernt.</translation>
    </message>
    <message>
      <source>{count} copies ({size}) in {folder} go for good. Each is looked at in the new place first; what is nowhere else stays.</source>
      <translation>{count} Kopien ({size}) in {folder} gehen für immer. Nach jeder wird vorher am neuen Ort gesehen; was nirgends sonst ist, bleibt.</translation>
    </message>
    <message>
      <source>{count} copies are in {folder}.</source>
      <translation>{count} Kopien sind in {folder}.</translation>
    </message>
    <message>
      <source>{count} copies were removed.</source>
      <translation>{count} Kopien wurden entfernt.</translation>
    </message>
    <message>
      <source>{count} files stay in the old folder: they are nowhere else.</source>
      <translation>{count} Dateien bleiben im alten Ordner: sie sind nirgends sonst.</translation>
    </message>
    <message>
      <source>{name} is off the list. Nothing in it was touched.</source>
      <translation>{name} ist von der Liste. Nichts darin wurde angerührt.</translation>
    </message>
  </context>
  <context>
    <name>FoldersSection</name>
    <message>
      <source>Add a folder…</source>
      <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
      <source>Another library</source>
      <translation>Andere Bibliothek</translation>
    </message>
    <message>
      <source>Is it the same library? Until you say so, nothing is removed here.</source>
      <translation>Ist es dieselbe Bibliothek? Bis Sie es sagen, wird hier nichts entfernt.</translation>
    </message>
    <message>
      <source>No archive folder is known yet.</source>
      <translation>Noch ist kein Archivordner bekannt.</translation>
    </message>
    <message>
      <source>The same library, moved</source>
      <translation>Dieselbe, umgezogen</translation>
    </message>
    <message>
      <source>Where copies are kept. Every folder can be read by hand, without this app.</source>
      <translation>Wo Kopien liegen. Jeder Ordner lässt sich ohne diese App lesen.</translation>
    </message>
  </context>
  <context>
    <name>GoneFace</name>
    <message>
      <source>A page for whoever runs the server</source>
      <translation>Eine Seite für den Betreiber des Servers</translation>
    </message>
    <message>
      <source>As PDF to print, or as a web page</source>
      <translation>Als PDF zum Drucken oder als Webseite</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Copy as text</source>
      <translation>Als Text kopieren</translation>
    </message>
    <message>
      <source>It says which backup to use, what to install, and how to bring the library back: with this app, or by hand with plain tools.</source>
      <translation>Sie sagt, welche Sicherung zu nehmen ist, was zu installieren ist und wie die Bibliothek zurückkommt: mit dieser App, oder von Hand mit einfachen Werkzeugen.</translation>
    </message>
    <message>
      <source>Look for the drive that holds your offsite archive, or for another computer that copied it.</source>
      <translation>Suchen Sie das Laufwerk mit Ihrem externen Archiv oder einen anderen Computer, der es kopiert hat.</translation>
    </message>
    <message>
      <source>Move to another server…</source>
      <translation>Auf anderen Server umziehen…</translation>
    </message>
    <message>
      <source>Save the page…</source>
      <translation>Seite speichern…</translation>
    </message>
    <message>
      <source>There is no backup here to bring it back from</source>
      <translation>Hier ist keine Sicherung, die sie zurückbringt</translation>
    </message>
    <message>
      <source>What the new server needs</source>
      <translation>Was der neue Server braucht</translation>
    </message>
  </context>
  <context>
    <name>GrowthChart</name>
    <message>
      <source>Size of your offsite archive</source>
      <translation>Größe Ihres externen Archivs</translation>
    </message>
    <message>
      <source>full on about {day}</source>
      <translation>voll etwa am {day}</translation>
    </message>
    <message>
      <source>the drive would take {size}</source>
      <translation>das Laufwerk fasst {size}</translation>
    </message>
    <message>
      <source>{drive} full</source>
      <translation>{drive} voll</translation>
    </message>
    <message>
      <source>{size} on {day}</source>
      <translation>{size} am {day}</translation>
    </message>
  </context>
  <context>
    <name>HomeDoor</name>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
  </context>
  <context>
    <name>HomePage</name>
    <message>
      <source>Copy offsite now</source>
      <translation>Jetzt kopieren</translation>
    </message>
    <message>
      <source>Copying…</source>
      <translation>Wird kopiert…</translation>
    </message>
    <message>
      <source>Home</source>
      <translation>Übersicht</translation>
    </message>
    <message>
      <source>Last 60 days</source>
      <translation>Letzte 60 Tage</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Es wird nachgesehen…</translation>
    </message>
    <message>
      <source>Size by kind</source>
      <translation>Größe nach Art</translation>
    </message>
    <message>
      <source>Size of your offsite archive</source>
      <translation>Größe Ihres externen Archivs</translation>
    </message>
    <message>
      <source>The chart begins with the first copy.</source>
      <translation>Das Diagramm beginnt mit der ersten Kopie.</translation>
    </message>
    <message>
      <source>The server and the archive folder are being looked at.</source>
      <translation>Server und Archivordner werden angesehen.</translation>
    </message>
    <message>
      <source>There is nothing to count yet.</source>
      <translation>Noch gibt es nichts zu zählen.</translation>
    </message>
    <message>
      <source>tall: full · short: database only · broken: failed</source>
      <translation>hoch: vollständig · niedrig: nur Datenbank · unterbrochen: fehlgeschlagen</translation>
    </message>
  </context>
  <context>
    <name>HomeWording</name>
    <message>
      <source>A verified copy of {day} full backup is on “{drive}”.</source>
      <translation>Eine geprüfte Kopie der vollständigen Sicherung {day} ist auf „{drive}“.</translation>
    </message>
    <message>
      <source>Add a server, and its backups are copied to “{drive}”.</source>
      <translation>Fügen Sie einen Server hinzu, dann werden seine Sicherungen auf „{drive}“ kopiert.</translation>
    </message>
    <message>
      <source>Add a server…</source>
      <translation>Server hinzufügen…</translation>
    </message>
    <message>
      <source>Asking…</source>
      <translation>Wird gefragt…</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>Ordner wählen</translation>
    </message>
    <message>
      <source>Copy offsite now</source>
      <translation>Jetzt kopieren</translation>
    </message>
    <message>
      <source>Create backup</source>
      <translation>Sicherung erstellen</translation>
    </message>
    <message>
      <source>Create the first backup</source>
      <translation>Erste Sicherung erstellen</translation>
    </message>
    <message>
      <source>Drive away</source>
      <translation>Laufwerk fort</translation>
    </message>
    <message>
      <source>Every full copy here is suspect: much smaller than the one before. Check whether something is missing in the library.</source>
      <translation>Jede vollständige Kopie hier ist verdächtig: viel kleiner als die vorige. Sehen Sie nach, ob in der Bibliothek etwas fehlt.</translation>
    </message>
    <message>
      <source>Full in a few days</source>
      <translation>In wenigen Tagen voll</translation>
    </message>
    <message>
      <source>Full in about {count} months</source>
      <translation>In etwa {count} Monaten voll</translation>
    </message>
    <message>
      <source>Full in about {count} weeks</source>
      <translation>In etwa {count} Wochen voll</translation>
    </message>
    <message>
      <source>Full in about {count} years</source>
      <translation>In etwa {count} Jahren voll</translation>
    </message>
    <message>
      <source>Here, on “{drive}”</source>
      <translation>Hier, auf „{drive}“</translation>
    </message>
    <message>
      <source>Last seen {age}</source>
      <translation>Zuletzt gesehen {age}</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
      <source>No backup</source>
      <translation>Keine Sicherung</translation>
    </message>
    <message>
      <source>No copy</source>
      <translation>Keine Kopie</translation>
    </message>
    <message>
      <source>No copy here was verified yet. Verify one, or copy anew.</source>
      <translation>Noch keine Kopie hier wurde geprüft. Prüfen Sie eine, oder kopieren Sie neu.</translation>
    </message>
    <message>
      <source>No good backup</source>
      <translation>Keine gute Sicherung</translation>
    </message>
    <message>
      <source>No good copy</source>
      <translation>Keine gute Kopie</translation>
    </message>
    <message>
      <source>None of the copies on “{drive}” is known to be verified: choose “Verify again” on the Backups page.</source>
      <translation>Von keiner Kopie auf „{drive}“ ist bekannt, dass sie geprüft ist: wählen Sie „Erneut prüfen“ auf der Seite Sicherungen.</translation>
    </message>
    <message>
      <source>None yet</source>
      <translation>Noch keine</translation>
    </message>
    <message>
      <source>Not reachable</source>
      <translation>Nicht erreichbar</translation>
    </message>
    <message>
      <source>Nothing on this computer could bring the library back.</source>
      <translation>Nichts hier brächte die Bibliothek zurück.</translation>
    </message>
    <message>
      <source>On the server</source>
      <translation>Auf dem Server</translation>
    </message>
    <message>
      <source>On time</source>
      <translation>Pünktlich</translation>
    </message>
    <message>
      <source>Only the database is copied, the manga files are not. Copy a full backup.</source>
      <translation>Nur die Datenbank ist kopiert, die Manga-Dateien nicht. Kopieren Sie eine vollständige Sicherung.</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>Überfällig</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Anmelden</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Abgemeldet</translation>
    </message>
    <message>
      <source>Suspect</source>
      <translation>Verdächtig</translation>
    </message>
    <message>
      <source>The copies are on the server's own machine and would be lost with it. Choose a folder on a drive that you can take away.</source>
      <translation>Die Kopien liegen auf dem Rechner des Servers und gingen mit ihm verloren. Wählen Sie einen Ordner auf einem Laufwerk, das Sie mitnehmen können.</translation>
    </message>
    <message>
      <source>The drive was here {age}.</source>
      <translation>Das Laufwerk war {age} hier.</translation>
    </message>
    <message>
      <source>The first one takes a moment.</source>
      <translation>Die erste dauert einen Moment.</translation>
    </message>
    <message>
      <source>The newest copy here is damaged. Copy it again while the server still has it.</source>
      <translation>Die neueste Kopie hier ist beschädigt. Kopieren Sie sie noch einmal, solange der Server sie noch hat.</translation>
    </message>
    <message>
      <source>The newest copy on “{drive}” is damaged. Whether an older one is whole, “Verify again” on the Backups page tells.</source>
      <translation>Die neueste Kopie auf „{drive}“ ist beschädigt. Ob eine ältere unversehrt ist, sagt „Erneut prüfen“ auf der Seite Sicherungen.</translation>
    </message>
    <message>
      <source>The newest full copy here was made {age}. Copy a newer one.</source>
      <translation>Die neueste vollständige Kopie hier wurde {age} erstellt. Kopieren Sie eine neuere.</translation>
    </message>
    <message>
      <source>The newest verified full copy on “{drive}” was made {age}. Add a server to copy newer backups.</source>
      <translation>Die neueste geprüfte vollständige Kopie auf „{drive}“ wurde {age} erstellt. Fügen Sie einen Server hinzu, um neuere Sicherungen zu kopieren.</translation>
    </message>
    <message>
      <source>The server has backups, but none of them is on this computer.</source>
      <translation>Der Server hat Sicherungen, aber keine davon ist auf diesem Computer.</translation>
    </message>
    <message>
      <source>The server has no backup yet: create the first one.</source>
      <translation>Der Server hat noch keine Sicherung: erstellen Sie die erste.</translation>
    </message>
    <message>
      <source>The server has not been seen yet.</source>
      <translation>Der Server wurde noch nicht gesehen.</translation>
    </message>
    <message>
      <source>The server is still being asked for its list.</source>
      <translation>Der Server wird noch nach seiner Liste gefragt.</translation>
    </message>
    <message>
      <source>The verified copies on “{drive}” hold the database, but not the manga files.</source>
      <translation>Die geprüften Kopien auf „{drive}“ enthalten die Datenbank, aber nicht die Manga-Dateien.</translation>
    </message>
    <message>
      <source>There are no copies here yet</source>
      <translation>Hier sind noch keine Kopien</translation>
    </message>
    <message>
      <source>There is no copy here; the server is still being asked for its list.</source>
      <translation>Hier ist keine Kopie; der Server wird noch nach seiner Liste gefragt.</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Unbekannt</translation>
    </message>
    <message>
      <source>Verified</source>
      <translation>Geprüft</translation>
    </message>
    <message>
      <source>Verified here, on “{drive}”</source>
      <translation>Hier geprüft, auf „{drive}“</translation>
    </message>
    <message>
      <source>Waiting for the first copy</source>
      <translation>Die erste Kopie steht noch aus</translation>
    </message>
    <message>
      <source>What is here is not verified, damaged or dated in the future.</source>
      <translation>Was hier ist, ist ungeprüft, beschädigt oder aus der Zukunft datiert.</translation>
    </message>
    <message>
      <source>What it has is not finished, damaged or dated in the future.</source>
      <translation>Was er hat, ist unfertig, beschädigt oder aus der Zukunft datiert.</translation>
    </message>
    <message>
      <source>Your copies are here</source>
      <translation>Ihre Kopien sind hier</translation>
    </message>
    <message>
      <source>Your copies need attention</source>
      <translation>Ihre Kopien brauchen Aufmerksamkeit</translation>
    </message>
    <message>
      <source>Your library is protected</source>
      <translation>Ihre Bibliothek ist geschützt</translation>
    </message>
    <message>
      <source>Your library needs attention</source>
      <translation>Ihre Bibliothek braucht Aufmerksamkeit</translation>
    </message>
    <message>
      <source>last {weekday}'s</source>
      <translation>vom letzten {weekday}</translation>
    </message>
    <message>
      <source>the {day}</source>
      <translation>vom {day}</translation>
    </message>
    <message>
      <source>today's</source>
      <translation>von heute</translation>
    </message>
    <message>
      <source>verified {day}</source>
      <translation>geprüft {day}</translation>
    </message>
    <message>
      <source>yesterday's</source>
      <translation>von gestern</translation>
    </message>
    <message>
      <source>{size} free</source>
      <translation>{size} frei</translation>
    </message>
  </context>
  <context>
    <name>InvitationDialog</name>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <source>Copy address and code</source>
      <translation>Adresse und Code kopieren</translation>
    </message>
    <message>
      <source>Give your friend the address and this code. It is good once, until {when}, and is shown only now. With it, backups can be listed and copied, nothing else.</source>
      <translation>Geben Sie die Adresse und diesen Code weiter. Er gilt einmal, bis {when}, und wird nur jetzt gezeigt. Damit lassen sich Sicherungen auflisten und kopieren, sonst nichts.</translation>
    </message>
    <message>
      <source>Invitation code</source>
      <translation>Einladungscode</translation>
    </message>
    <message>
      <source>Invite a friend</source>
      <translation>Jemanden einladen</translation>
    </message>
  </context>
  <context>
    <name>InvitationStep</name>
    <message>
      <source>A code has twelve letters and digits; this is longer.</source>
      <translation>Ein Code hat zwölf Buchstaben und Ziffern; dieser ist länger.</translation>
    </message>
    <message>
      <source>An administrator of the server gave you a code. It is good once, for a quarter of an hour, and lets this computer list and copy backups.</source>
      <translation>Ein Administrator des Servers gab Ihnen einen Code. Er gilt einmal, eine Viertelstunde lang, und lässt diesen Computer Sicherungen auflisten und kopieren.</translation>
    </message>
    <message>
      <source>Code of the invitation</source>
      <translation>Code der Einladung</translation>
    </message>
    <message>
      <source>Hand in</source>
      <translation>Einlösen</translation>
    </message>
    <message>
      <source>Hand in an invitation</source>
      <translation>Einladung einlösen</translation>
    </message>
  </context>
  <context>
    <name>KeepOrRestoreDialog</name>
    <message>
      <source>Keep in my archive</source>
      <translation>In meinem Archiv aufheben</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <source>What should become of it?</source>
      <translation>Was soll damit geschehen?</translation>
    </message>
    <message>
      <source>{name} can be kept beside your other copies, or brought back to the server. It is only read, and nothing changes on the server before you confirm it.</source>
      <translation>{name} kann bei Ihren anderen Kopien aufgehoben oder auf den Server zurückgebracht werden. Sie wird nur gelesen, und auf dem Server ändert sich nichts, bevor Sie es bestätigen.</translation>
    </message>
  </context>
  <context>
    <name>KeepStep</name>
    <message>
      <source>Choose where it goes instead.</source>
      <translation>Wählen Sie stattdessen, wohin sie kommt.</translation>
    </message>
    <message>
      <source>It is kept in a file; the app asks for the passphrase each time it starts.</source>
      <translation>Sie liegt in einer Datei; die App fragt bei jedem Start nach der Passphrase.</translation>
    </message>
    <message>
      <source>Nothing is written to the disk; next time you sign in again.</source>
      <translation>Nichts wird auf die Festplatte geschrieben; nächstes Mal melden Sie sich wieder an.</translation>
    </message>
    <message>
      <source>Seal it with a passphrase</source>
      <translation>Mit einer Passphrase versiegeln</translation>
    </message>
    <message>
      <source>This session only</source>
      <translation>Nur diese Sitzung</translation>
    </message>
    <message>
      <source>Try the keyring again</source>
      <translation>Schlüsselbund erneut versuchen</translation>
    </message>
    <message>
      <source>Unlock it first; mostly it opens with the password you log in with.</source>
      <translation>Entsperren Sie ihn zuerst; meist öffnet ihn das Passwort, mit dem Sie sich am Computer anmelden.</translation>
    </message>
    <message>
      <source>Your sign-in cannot be kept</source>
      <translation>Ihre Anmeldung kann nicht aufbewahrt werden</translation>
    </message>
  </context>
  <context>
    <name>KeepingDialog</name>
    <message>
      <source>As many as fit</source>
      <translation>So viele wie passen</translation>
    </message>
    <message>
      <source>By rules</source>
      <translation>Nach Regeln</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Copies are kept</source>
      <translation>Kopien werden behalten</translation>
    </message>
    <message>
      <source>GOES</source>
      <translation>GEHT</translation>
    </message>
    <message>
      <source>Keep them, and remove now</source>
      <translation>Behalten, und jetzt entfernen</translation>
    </message>
    <message>
      <source>Keep them, and remove now…</source>
      <translation>Behalten, und jetzt entfernen…</translation>
    </message>
    <message>
      <source>Keep these rules</source>
      <translation>Diese Regeln behalten</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Es wird nachgesehen…</translation>
    </message>
    <message>
      <source>Remove one copy for good</source>
      <translation>Eine Kopie für immer entfernen</translation>
    </message>
    <message>
      <source>Remove {count} copies for good</source>
      <translation>{count} Kopien für immer entfernen</translation>
    </message>
    <message>
      <source>Stays</source>
      <translation>Bleibt</translation>
    </message>
    <message>
      <source>The newest good copy of each library always stays, and so does what is pinned. What the rules let go is removed whenever a new copy has come.</source>
      <translation>Die neueste gute Kopie jeder Bibliothek bleibt immer, ebenso was angeheftet ist. Was die Regeln freigeben, wird entfernt, sobald eine neue Kopie da ist.</translation>
    </message>
    <message>
      <source>There are no copies.</source>
      <translation>Es gibt keine Kopien.</translation>
    </message>
    <message>
      <source>What goes and what stays</source>
      <translation>Was geht und was bleibt</translation>
    </message>
    <message>
      <source>What is kept</source>
      <translation>Was behalten wird</translation>
    </message>
    <message>
      <source>What is kept on “{name}”</source>
      <translation>Was auf „{name}“ behalten wird</translation>
    </message>
    <message>
      <source>undated</source>
      <translation>ohne Datum</translation>
    </message>
  </context>
  <context>
    <name>KindsChart</name>
    <message>
      <source>Before a restore</source>
      <translation>Vor einer Wiederherstellung</translation>
    </message>
    <message>
      <source>By hand</source>
      <translation>Von Hand</translation>
    </message>
    <message>
      <source>Daily</source>
      <translation>Täglich</translation>
    </message>
    <message>
      <source>Monthly</source>
      <translation>Monatlich</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Andere</translation>
    </message>
    <message>
      <source>Size by kind</source>
      <translation>Größe nach Art</translation>
    </message>
    <message>
      <source>Weekly</source>
      <translation>Wöchentlich</translation>
    </message>
    <message>
      <source>here {figures}</source>
      <translation>hier {figures}</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <source>server {figures}</source>
      <translation>Server {figures}</translation>
    </message>
    <message>
      <source>{kind}: here {count} of {size}, on the server {there} of {size_there}</source>
      <translation>{kind}: hier {count} mit {size}, auf dem Server {there} mit {size_there}</translation>
    </message>
  </context>
  <context>
    <name>Leaving</name>
    <message>
      <source>Choose the backup that moves</source>
      <translation>Die Sicherung wählen, die umzieht</translation>
    </message>
    <message>
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <source>Save the page</source>
      <translation>Seite speichern</translation>
    </message>
    <message>
      <source>Sign in as an administrator of the restored library: the accounts are now those of the backup.</source>
      <translation>Melden Sie sich als Administrator der wiederhergestellten Bibliothek an: die Konten sind jetzt die der Sicherung.</translation>
    </message>
    <message>
      <source>The list is in the clipboard.</source>
      <translation>Die Liste ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>The page is in the clipboard.</source>
      <translation>Die Seite ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>The page was saved as {name}.</source>
      <translation>Die Seite wurde als {name} gespeichert.</translation>
    </message>
    <message>
      <source>Web page (*.html)</source>
      <translation>Webseite (*.html)</translation>
    </message>
  </context>
  <context>
    <name>Loading</name>
    <message>
      <source>Asking the server</source>
      <translation>Der Server wird gefragt</translation>
    </message>
    <message>
      <source>Asking the server…</source>
      <translation>Der Server wird gefragt…</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Backups</source>
      <translation>Sicherungen</translation>
    </message>
    <message>
      <source>Connecting…</source>
      <translation>Verbindung wird aufgebaut…</translation>
    </message>
    <message>
      <source>Home</source>
      <translation>Übersicht</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Transfers</source>
      <translation>Übertragungen</translation>
    </message>
  </context>
  <context>
    <name>MoveFace</name>
    <message>
      <source>Add a server…</source>
      <translation>Server hinzufügen…</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Check the backup</source>
      <translation>Sicherung prüfen</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>Datei wählen…</translation>
    </message>
    <message>
      <source>Chosen by hand: {folder}</source>
      <translation>Von Hand gewählt: {folder}</translation>
    </message>
    <message>
      <source>No server is set up yet.</source>
      <translation>Noch ist kein Server eingerichtet.</translation>
    </message>
    <message>
      <source>There is no backup in the archive that could be restored.</source>
      <translation>Im Archiv ist keine Sicherung, die sich wiederherstellen ließe.</translation>
    </message>
    <message>
      <source>Where to?</source>
      <translation>Wohin?</translation>
    </message>
    <message>
      <source>Which backup moves?</source>
      <translation>Welche Sicherung zieht um?</translation>
    </message>
    <message>
      <source>While the old server still runs, make a full backup there and copy it here first: what is not in the backup does not move.</source>
      <translation>Solange der alte Server noch läuft, erstellen Sie dort eine vollständige Sicherung und kopieren sie zuerst hierher: was nicht in der Sicherung ist, zieht nicht mit um.</translation>
    </message>
    <message>
      <source>database only</source>
      <translation>nur Datenbank</translation>
    </message>
    <message>
      <source>full</source>
      <translation>vollständig</translation>
    </message>
    <message>
      <source>not verified</source>
      <translation>nicht geprüft</translation>
    </message>
    <message>
      <source>suspect</source>
      <translation>verdächtig</translation>
    </message>
    <message>
      <source>verified</source>
      <translation>geprüft</translation>
    </message>
    <message>
      <source>{host} · with the backup engine</source>
      <translation>{host} · mit der Backup-Engine</translation>
    </message>
    <message>
      <source>{host} · without the backup engine</source>
      <translation>{host} · ohne die Backup-Engine</translation>
    </message>
  </context>
  <context>
    <name>NamingDialog</name>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>On this computer only. Without a name it is called by its host.</source>
      <translation>Nur auf diesem Computer. Ohne Namen heißt er wie sein Host.</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <source>Rename the server</source>
      <translation>Server umbenennen</translation>
    </message>
  </context>
  <context>
    <name>NotAllowedStep</name>
    <message>
      <source>Copy the message</source>
      <translation>Nachricht kopieren</translation>
    </message>
    <message>
      <source>Hello, I would like to keep copies of the backups of {host} on my computer. Could you make an invitation for me (in the app: Settings, Devices; or allow my account with `kuroibara-backup admin grant {user}`)? Its code is good for 15 minutes, so please send it when I am there.</source>
      <translation>Hallo, ich möchte Kopien der Sicherungen von {host} auf meinem Computer aufbewahren. Könntest du mir eine Einladung ausstellen (in der App: Einstellungen, Geräte; oder mein Konto mit `kuroibara-backup admin grant {user}` berechtigen)? Der Code gilt 15 Minuten, schick ihn also bitte, wenn ich da bin.</translation>
    </message>
    <message>
      <source>I have an invitation</source>
      <translation>Ich habe eine Einladung</translation>
    </message>
    <message>
      <source>Message to an administrator</source>
      <translation>Nachricht an einen Administrator</translation>
    </message>
    <message>
      <source>The message is in the clipboard.</source>
      <translation>Die Nachricht ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>You need an invitation</source>
      <translation>Sie brauchen eine Einladung</translation>
    </message>
    <message>
      <source>{user} may sign in at {host}, but not take backups here. Ask an administrator for an invitation.</source>
      <translation>{user} darf sich bei {host} anmelden, aber keine Sicherungen holen. Bitten Sie einen Administrator um eine Einladung.</translation>
    </message>
  </context>
  <context>
    <name>NoteDialog</name>
    <message>
      <source>Everybody who may see the backups of this server can read it.</source>
      <translation>Lesen kann sie jeder, der die Sicherungen dieses Servers sehen darf.</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <source>Note about {name}</source>
      <translation>Notiz zu {name}</translation>
    </message>
    <message>
      <source>Save note</source>
      <translation>Notiz speichern</translation>
    </message>
  </context>
  <context>
    <name>NoticeList</name>
    <message>
      <source>In 1 hour</source>
      <translation>In 1 Stunde</translation>
    </message>
    <message>
      <source>In 8 hours</source>
      <translation>In 8 Stunden</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>Später</translation>
    </message>
    <message>
      <source>Remind me again</source>
      <translation>Wieder erinnern</translation>
    </message>
    <message>
      <source>Remind me again: {what}</source>
      <translation>Wieder erinnern: {what}</translation>
    </message>
    <message>
      <source>Remind me later: {what}</source>
      <translation>Später erinnern: {what}</translation>
    </message>
    <message>
      <source>What to see to</source>
      <translation>Worum Sie sich kümmern sollten</translation>
    </message>
    <message>
      <source>When the drive is in</source>
      <translation>Wenn das Laufwerk da ist</translation>
    </message>
  </context>
  <context>
    <name>NoticeWording</name>
    <message>
      <source>1 hour</source>
      <translation>1 Stunde</translation>
    </message>
    <message>
      <source>A backup is suspect</source>
      <translation>Eine Sicherung ist verdächtig</translation>
    </message>
    <message>
      <source>A copy here is damaged: {name}.</source>
      <translation>Eine Kopie hier ist beschädigt: {name}.</translation>
    </message>
    <message>
      <source>A copy is damaged</source>
      <translation>Eine Kopie ist beschädigt</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Antworten</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>Ordner wählen</translation>
    </message>
    <message>
      <source>Choose another folder</source>
      <translation>Anderen Ordner wählen</translation>
    </message>
    <message>
      <source>Copying is paused: nothing comes by itself.</source>
      <translation>Das Kopieren ist angehalten: nichts kommt von selbst.</translation>
    </message>
    <message>
      <source>Create backup</source>
      <translation>Sicherung erstellen</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Last seen {age}.</source>
      <translation>Zuletzt gesehen {age}.</translation>
    </message>
    <message>
      <source>Later: at {time}</source>
      <translation>Später: um {time}</translation>
    </message>
    <message>
      <source>Later: when the drive is in</source>
      <translation>Später: wenn das Laufwerk da ist</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
      <source>Much smaller than the one before: {name}.</source>
      <translation>Viel kleiner als die vorige: {name}.</translation>
    </message>
    <message>
      <source>My server is gone…</source>
      <translation>Mein Server ist fort…</translation>
    </message>
    <message>
      <source>No fresh backup on the server</source>
      <translation>Keine frische Sicherung auf dem Server</translation>
    </message>
    <message>
      <source>No fresh copy on this computer</source>
      <translation>Keine frische Kopie auf diesem Computer</translation>
    </message>
    <message>
      <source>No full copy of “{server}” is here that could be relied upon.</source>
      <translation>Von „{server}“ ist keine vollständige Kopie hier, auf die Verlass wäre.</translation>
    </message>
    <message>
      <source>On battery: what comes by itself waits for power.</source>
      <translation>Akkubetrieb: was von selbst kommt, wartet auf Strom.</translation>
    </message>
    <message>
      <source>Open it…</source>
      <translation>Öffnen…</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Show the servers</source>
      <translation>Server zeigen</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Anmelden</translation>
    </message>
    <message>
      <source>The archive folder cannot be used.</source>
      <translation>Der Archivordner lässt sich nicht verwenden.</translation>
    </message>
    <message>
      <source>The drive is away</source>
      <translation>Das Laufwerk ist fort</translation>
    </message>
    <message>
      <source>The drive “{drive}” has been away for {age}.</source>
      <translation>Das Laufwerk „{drive}“ ist seit {age} fort.</translation>
    </message>
    <message>
      <source>The drive “{drive}” is not connected.</source>
      <translation>Das Laufwerk „{drive}“ ist nicht angeschlossen.</translation>
    </message>
    <message>
      <source>The newest full copy of “{server}” here was made {age}.</source>
      <translation>Die neueste vollständige Kopie von „{server}“ hier wurde {age} erstellt.</translation>
    </message>
    <message>
      <source>The next copy needs {size}, more than is free on “{drive}”.</source>
      <translation>Die nächste Kopie braucht {size}, mehr als auf „{drive}“ frei ist.</translation>
    </message>
    <message>
      <source>The server does not answer.</source>
      <translation>Der Server antwortet nicht.</translation>
    </message>
    <message>
      <source>The server has made no backup for {age}.</source>
      <translation>Der Server hat seit {age} keine Sicherung erstellt.</translation>
    </message>
    <message>
      <source>The server has not been seen for {age}.</source>
      <translation>Der Server wurde seit {age} nicht gesehen.</translation>
    </message>
    <message>
      <source>The server was not seen</source>
      <translation>Der Server wurde nicht gesehen</translation>
    </message>
    <message>
      <source>The sign-in cannot be read: where it is kept is locked.</source>
      <translation>Die Anmeldung lässt sich nicht lesen: ihr Ablageort ist gesperrt.</translation>
    </message>
    <message>
      <source>There is no full copy here yet that could be relied upon.</source>
      <translation>Hier ist noch keine vollständige Kopie, auf die Verlass wäre.</translation>
    </message>
    <message>
      <source>This account may sign in, but not take backups.</source>
      <translation>Dieses Konto darf sich anmelden, aber keine Sicherungen holen.</translation>
    </message>
    <message>
      <source>This computer has had no fresh full copy for {age}.</source>
      <translation>Dieser Computer hat seit {age} keine frische vollständige Kopie.</translation>
    </message>
    <message>
      <source>This network is metered: {size} would be fetched over it.</source>
      <translation>Dieses Netz ist getaktet: {size} würden darüber geholt.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
    <message>
      <source>Until you say whether it is the same library, nothing is removed.</source>
      <translation>Bis Sie sagen, ob es dieselbe Bibliothek ist, wird nichts entfernt.</translation>
    </message>
    <message>
      <source>You are signed out</source>
      <translation>Sie sind abgemeldet</translation>
    </message>
    <message>
      <source>You are signed out, so nothing can be copied.</source>
      <translation>Sie sind abgemeldet, darum kann nichts kopiert werden.</translation>
    </message>
    <message>
      <source>You have been signed out for {age}.</source>
      <translation>Sie sind seit {age} abgemeldet.</translation>
    </message>
    <message>
      <source>Your sign-in ends within a day: the server was not reached for so long.</source>
      <translation>Ihre Anmeldung endet binnen eines Tages: so lange war der Server nicht zu erreichen.</translation>
    </message>
    <message>
      <source>Your sign-in is about to end</source>
      <translation>Ihre Anmeldung endet bald</translation>
    </message>
    <message>
      <source>{count} days</source>
      <translation>{count} Tagen</translation>
    </message>
    <message>
      <source>{count} hours</source>
      <translation>{count} Stunden</translation>
    </message>
    <message>
      <source>{name} and {count} more</source>
      <translation>{name} und {count} weitere</translation>
    </message>
  </context>
  <context>
    <name>OfferedDoor</name>
    <message>
      <source>Enter the manga for {user}?</source>
      <translation>Manga für {user} eintragen?</translation>
    </message>
    <message>
      <source>Enter them</source>
      <translation>Eintragen</translation>
    </message>
    <message>
      <source>Entering manga</source>
      <translation>Manga werden eingetragen</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>It is this computer's own: the sign-in here ends sooner without it.</source>
      <translation>Es ist das dieses Computers: ohne es endet die Anmeldung hier früher.</translation>
    </message>
    <message>
      <source>Its token is not accepted any more, at once and for good.</source>
      <translation>Sein Token wird nicht mehr angenommen, sofort und für immer.</translation>
    </message>
    <message>
      <source>Looking through the library</source>
      <translation>Die Bibliothek wird durchgesehen</translation>
    </message>
    <message>
      <source>Revoke it</source>
      <translation>Sperren</translation>
    </message>
    <message>
      <source>Revoke {name}?</source>
      <translation>{name} sperren?</translation>
    </message>
    <message>
      <source>The device's token is no longer accepted.</source>
      <translation>Das Token des Geräts wird nicht mehr angenommen.</translation>
    </message>
    <message>
      <source>The invitation's code is no longer accepted.</source>
      <translation>Der Code der Einladung wird nicht mehr angenommen.</translation>
    </message>
    <message>
      <source>The server is at work on it…</source>
      <translation>Der Server arbeitet daran…</translation>
    </message>
    <message>
      <source>The server keeps to its new rules.</source>
      <translation>Der Server hält sich an seine neuen Regeln.</translation>
    </message>
    <message>
      <source>The server keeps to its new schedule from now on.</source>
      <translation>Der Server hält sich von jetzt an an seinen neuen Zeitplan.</translation>
    </message>
    <message>
      <source>The server's database gets an entry for each folder it does not know.</source>
      <translation>Die Datenbank des Servers bekommt einen Eintrag für jeden Ordner, den sie nicht kennt.</translation>
    </message>
    <message>
      <source>Trying to enter manga</source>
      <translation>Eintragen wird ausprobiert</translation>
    </message>
    <message>
      <source>What decides which backups are kept, and who may reach them, wants it. It is sent to the server only.</source>
      <translation>Was entscheidet, welche Sicherungen bleiben und wer sie erreicht, verlangt es. Es wird nur an den Server gesendet.</translation>
    </message>
    <message>
      <source>Your password once more</source>
      <translation>Noch einmal Ihr Passwort</translation>
    </message>
  </context>
  <context>
    <name>OfferedSection</name>
    <message>
      <source>1 day</source>
      <translation>1 Tag</translation>
    </message>
    <message>
      <source>1 month</source>
      <translation>1 Monat</translation>
    </message>
    <message>
      <source>1 week</source>
      <translation>1 Woche</translation>
    </message>
    <message>
      <source>1 year</source>
      <translation>1 Jahr</translation>
    </message>
    <message>
      <source>Backup engine {version}</source>
      <translation>Backup-Engine {version}</translation>
    </message>
    <message>
      <source>Change what the server keeps</source>
      <translation>Ändern, was der Server behält</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>Ändern…</translation>
    </message>
    <message>
      <source>Every backup: no rule has a number</source>
      <translation>Jede Sicherung: keine Regel hat eine Zahl</translation>
    </message>
    <message>
      <source>Every backup: nothing is removed</source>
      <translation>Jede Sicherung: nichts wird entfernt</translation>
    </message>
    <message>
      <source>Kuroibara {version}</source>
      <translation>Kuroibara {version}</translation>
    </message>
    <message>
      <source>No server is set up, so there is nothing to show here.</source>
      <translation>Kein Server ist eingerichtet, darum gibt es hier nichts zu zeigen.</translation>
    </message>
    <message>
      <source>Nothing would go now.</source>
      <translation>Jetzt ginge nichts.</translation>
    </message>
    <message>
      <source>One backup goes after the next one ({size}).</source>
      <translation>Eine Sicherung geht nach der nächsten ({size}).</translation>
    </message>
    <message>
      <source>The server is being asked…</source>
      <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
      <source>This device</source>
      <translation>Dieses Gerät</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
    <message>
      <source>What it does by itself, and who may reach it.</source>
      <translation>Was er von selbst tut und wer ihn erreicht.</translation>
    </message>
    <message>
      <source>What the server keeps</source>
      <translation>Was der Server behält</translation>
    </message>
    <message>
      <source>at most 1</source>
      <translation>höchstens 1</translation>
    </message>
    <message>
      <source>at most {count}</source>
      <translation>höchstens {count}</translation>
    </message>
    <message>
      <source>{count} backups go after the next one ({size}).</source>
      <translation>{count} Sicherungen gehen nach der nächsten ({size}).</translation>
    </message>
    <message>
      <source>{count} days</source>
      <translation>{count} Tagen</translation>
    </message>
    <message>
      <source>{count} months</source>
      <translation>{count} Monate</translation>
    </message>
    <message>
      <source>{count} weeks</source>
      <translation>{count} Wochen</translation>
    </message>
    <message>
      <source>{count} years</source>
      <translation>{count} Jahre</translation>
    </message>
    <message>
      <source>{server} runs Kuroibara alone. Schedule, retention, devices and the recovery of manga are what the backup engine adds: ask whoever runs the server to install it beside Kuroibara. Until then they are set on Kuroibara's own pages.</source>
      <translation>{server} läuft mit Kuroibara allein. Zeitplan, Aufbewahrung, Geräte und die Rettung von Manga bringt die Backup-Engine: bitten Sie den Betreiber, sie neben Kuroibara zu installieren. Bis dahin stellt man das auf Kuroibaras eigenen Seiten ein.</translation>
    </message>
    <message>
      <source>{user} is connected here, but only administrators see and change when backups are made and which are kept, and only they enter lost manga again. Ask one of them if something is to be different.</source>
      <translation>{user} ist hier verbunden, aber nur Administratoren sehen und ändern, wann Sicherungen entstehen und welche bleiben, und nur sie tragen verlorene Manga wieder ein. Fragen Sie einen, wenn etwas anders sein soll.</translation>
    </message>
  </context>
  <context>
    <name>OrphansCard</name>
    <message>
      <source>Enter them for</source>
      <translation>Eintragen für</translation>
    </message>
    <message>
      <source>Enter them…</source>
      <translation>Eintragen…</translation>
    </message>
    <message>
      <source>Entered for {user}: manga: {manga} · chapters: {chapters}</source>
      <translation>Eingetragen für {user}: Manga: {manga} · Kapitel: {chapters}</translation>
    </message>
    <message>
      <source>Files that the database names and the library has not: {count}</source>
      <translation>Dateien, die die Datenbank nennt und die Bibliothek nicht hat: {count}</translation>
    </message>
    <message>
      <source>Folders in the library that the database does not know, as after a loss.</source>
      <translation>Ordner in der Bibliothek, die die Datenbank nicht kennt, etwa nach einem Verlust.</translation>
    </message>
    <message>
      <source>Found: {manga} · to be entered: {recoverable} · chapters: {chapters}</source>
      <translation>Gefunden: {manga} · einzutragen: {recoverable} · Kapitel: {chapters}</translation>
    </message>
    <message>
      <source>Left out:</source>
      <translation>Ausgelassen:</translation>
    </message>
    <message>
      <source>Look through the library</source>
      <translation>Bibliothek durchsehen</translation>
    </message>
    <message>
      <source>Manga without entries</source>
      <translation>Manga ohne Eintrag</translation>
    </message>
    <message>
      <source>One folder is in the library but not in the database.</source>
      <translation>Ein Ordner ist in der Bibliothek, aber nicht in der Datenbank.</translation>
    </message>
    <message>
      <source>The user in whose library they appear; files are not touched.</source>
      <translation>Der Nutzer, in dessen Bibliothek sie erscheinen; Dateien werden nicht angerührt.</translation>
    </message>
    <message>
      <source>There is none.</source>
      <translation>Es gibt keine.</translation>
    </message>
    <message>
      <source>Try it out</source>
      <translation>Ausprobieren</translation>
    </message>
    <message>
      <source>Would be entered for {user}: manga: {manga} · chapters: {chapters}</source>
      <translation>Würden eingetragen für {user}: Manga: {manga} · Kapitel: {chapters}</translation>
    </message>
    <message>
      <source>and more: {count}</source>
      <translation>und weitere: {count}</translation>
    </message>
    <message>
      <source>{count} folders are in the library but not in the database.</source>
      <translation>{count} Ordner sind in der Bibliothek, aber nicht in der Datenbank.</translation>
    </message>
    <message>
      <source>{title} · chapters: {count}</source>
      <translation>{title} · Kapitel: {count}</translation>
    </message>
  </context>
  <context>
    <name>OutcomeFace</name>
    <message>
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>Roll back…</source>
      <translation>Zurückkehren…</translation>
    </message>
    <message>
      <source>The way back</source>
      <translation>Der Rückweg</translation>
    </message>
  </context>
  <context>
    <name>Overlay</name>
    <message>
      <source>Drop the backup here</source>
      <translation>Sicherung hier ablegen</translation>
    </message>
    <message>
      <source>You are asked what should become of it.</source>
      <translation>Sie werden gefragt, was damit geschehen soll.</translation>
    </message>
  </context>
  <context>
    <name>PassphraseStep</name>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Open your sign-in</source>
      <translation>Öffnen Sie Ihre Anmeldung</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <source>Sign in anew</source>
      <translation>Neu anmelden</translation>
    </message>
    <message>
      <source>The sealed sign-in is removed; you are asked again.</source>
      <translation>Die versiegelte Anmeldung wird entfernt; Sie werden neu gefragt.</translation>
    </message>
    <message>
      <source>Type the passphrase that you sealed it with.</source>
      <translation>Geben Sie die Passphrase ein, mit der Sie sie versiegelt haben.</translation>
    </message>
  </context>
  <context>
    <name>PasswordDialog</name>
    <message>
      <source>Code of your authenticator app</source>
      <translation>Code Ihrer Authenticator-App</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Passwort</translation>
    </message>
    <message>
      <source>What replaces a library wants it. It is sent to the server only.</source>
      <translation>Was eine Bibliothek ersetzt, verlangt es. Es wird nur an den Server gesendet.</translation>
    </message>
    <message>
      <source>Your password once more</source>
      <translation>Noch einmal Ihr Passwort</translation>
    </message>
  </context>
  <context>
    <name>Picker</name>
    <message>
      <source>everything</source>
      <translation>alles</translation>
    </message>
    <message>
      <source>{title}: {choice}</source>
      <translation>{title}: {choice}</translation>
    </message>
  </context>
  <context>
    <name>PlainDoor</name>
    <message>
      <source>Do not close the window before it is sent: Kuroibara wants it in one piece.</source>
      <translation>Schließen Sie das Fenster nicht, bevor alles gesendet ist: Kuroibara will es am Stück.</translation>
    </message>
    <message>
      <source>Kuroibara has the backup</source>
      <translation>Kuroibara hat die Sicherung</translation>
    </message>
    <message>
      <source>Sending {name}</source>
      <translation>{name} wird gesendet</translation>
    </message>
  </context>
  <context>
    <name>PlainFace</name>
    <message>
      <source>Another file</source>
      <translation>Andere Datei</translation>
    </message>
    <message>
      <source>I know this, and want it all the same</source>
      <translation>Ich weiß das und will es trotzdem</translation>
    </message>
    <message>
      <source>Send it to Kuroibara</source>
      <translation>An Kuroibara senden</translation>
    </message>
    <message>
      <source>This file is not for {host}</source>
      <translation>Diese Datei ist nichts für {host}</translation>
    </message>
    <message>
      <source>What {host} would do with it</source>
      <translation>Was {host} damit täte</translation>
    </message>
  </context>
  <context>
    <name>PlanFace</name>
    <message>
      <source>After</source>
      <translation>Danach</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>Unterschied</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
      <source>Nothing has changed on the server until now.</source>
      <translation>Bis jetzt hat sich auf dem Server nichts geändert.</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>Jetzt</translation>
    </message>
    <message>
      <source>Replace what is there…</source>
      <translation>Ersetzen, was dort ist…</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <source>What would change</source>
      <translation>Was sich ändern würde</translation>
    </message>
    <message>
      <source>What would change on {server}</source>
      <translation>Was sich auf {server} ändern würde</translation>
    </message>
    <message>
      <source>{name} · {scope}</source>
      <translation>{name} · {scope}</translation>
    </message>
    <message>
      <source>{name} · {scope} · with a safety copy first</source>
      <translation>{name} · {scope} · zuerst mit Sicherheitskopie</translation>
    </message>
    <message>
      <source>{name} · {scope} · without a safety copy</source>
      <translation>{name} · {scope} · ohne Sicherheitskopie</translation>
    </message>
  </context>
  <context>
    <name>ProgressCard</name>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Cancel: {title}</source>
      <translation>Abbrechen: {title}</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Pause: {title}</source>
      <translation>Anhalten: {title}</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Wird angehalten…</translation>
    </message>
  </context>
  <context>
    <name>PropertiesDialog</name>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <source>Copy all</source>
      <translation>Alles kopieren</translation>
    </message>
    <message>
      <source>Copy checksum</source>
      <translation>Prüfsumme kopieren</translation>
    </message>
    <message>
      <source>Everything known about this backup</source>
      <translation>Alles, was über diese Sicherung bekannt ist</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <source>Properties of {name}</source>
      <translation>Eigenschaften von {name}</translation>
    </message>
  </context>
  <context>
    <name>Question</name>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
  </context>
  <context>
    <name>Questions</name>
    <message>
      <source>What is on {server} now is replaced by what {name} holds. It is kept for a while, so that you can return to it.</source>
      <translation>Was jetzt auf {server} ist, wird durch den Inhalt von {name} ersetzt. Es wird eine Weile aufgehoben, damit Sie zurückkehren können.</translation>
    </message>
  </context>
  <context>
    <name>RemindersSection</name>
    <message>
      <source> day</source>
      <translation> Tag</translation>
    </message>
    <message>
      <source> days</source>
      <translation> Tagen</translation>
    </message>
    <message>
      <source> hour</source>
      <translation> Stunde</translation>
    </message>
    <message>
      <source> hours</source>
      <translation> Stunden</translation>
    </message>
    <message>
      <source>A backup is suspect</source>
      <translation>Eine Sicherung ist verdächtig</translation>
    </message>
    <message>
      <source>A copy is damaged</source>
      <translation>Eine Kopie ist beschädigt</translation>
    </message>
    <message>
      <source>At once.</source>
      <translation>Sofort.</translation>
    </message>
    <message>
      <source>At once: it is much smaller than the one before.</source>
      <translation>Sofort: sie ist viel kleiner als die vorige.</translation>
    </message>
    <message>
      <source>Each comes once, and goes by itself when its cause is gone.</source>
      <translation>Jede kommt einmal und geht von selbst, wenn ihr Grund behoben ist.</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Ab</translation>
    </message>
    <message>
      <source>Home calls the library protected as long as the copy is no older.</source>
      <translation>Die Übersicht nennt die Bibliothek geschützt, solange die Kopie nicht älter ist.</translation>
    </message>
    <message>
      <source>Keep quiet at some hours</source>
      <translation>Zu bestimmten Zeiten still sein</translation>
    </message>
    <message>
      <source>Noted. It is in force from now on.</source>
      <translation>Gemerkt. Es gilt ab jetzt.</translation>
    </message>
    <message>
      <source>Quiet from</source>
      <translation>Ruhe ab</translation>
    </message>
    <message>
      <source>Quiet until</source>
      <translation>Ruhe bis</translation>
    </message>
    <message>
      <source>Show notifications</source>
      <translation>Benachrichtigungen zeigen</translation>
    </message>
    <message>
      <source>The day before.</source>
      <translation>Am Tag davor.</translation>
    </message>
    <message>
      <source>The drive is away</source>
      <translation>Das Laufwerk ist fort</translation>
    </message>
    <message>
      <source>The server has made no backup</source>
      <translation>Der Server hat keine Sicherung erstellt</translation>
    </message>
    <message>
      <source>The server was not seen</source>
      <translation>Der Server wurde nicht gesehen</translation>
    </message>
    <message>
      <source>This computer has no fresh full copy</source>
      <translation>Hier ist keine frische vollständige Kopie</translation>
    </message>
    <message>
      <source>What is due meanwhile is listed at once, and rings afterwards.</source>
      <translation>Was inzwischen fällig wird, steht gleich in der Liste und meldet sich danach.</translation>
    </message>
    <message>
      <source>What reminds you</source>
      <translation>Was Sie erinnert</translation>
    </message>
    <message>
      <source>When it may ring</source>
      <translation>Wann es sich melden darf</translation>
    </message>
    <message>
      <source>Without them, reminders stand on the Home page alone.</source>
      <translation>Ohne sie stehen Erinnerungen nur in der Übersicht.</translation>
    </message>
    <message>
      <source>You are signed out</source>
      <translation>Sie sind abgemeldet</translation>
    </message>
    <message>
      <source>Your sign-in is about to end</source>
      <translation>Ihre Anmeldung endet bald</translation>
    </message>
    <message>
      <source>after</source>
      <translation>nach</translation>
    </message>
    <message>
      <source>until</source>
      <translation>bis</translation>
    </message>
    <message>
      <source>{what}: after</source>
      <translation>{what}: nach</translation>
    </message>
  </context>
  <context>
    <name>RescueWording</name>
    <message>
      <source>Afterwards restore {name} over it, the database only: it is younger, made {made}, and brings back what people read since.</source>
      <translation>Stellen Sie danach {name} darüber wieder her, nur die Datenbank: sie ist jünger, erstellt {made}, und bringt zurück, was seither gelesen wurde.</translation>
    </message>
    <message>
      <source>Beside it</source>
      <translation>Daneben</translation>
    </message>
    <message>
      <source>By hand, with Kuroibara stopped, in the folder of the backup</source>
      <translation>Von Hand, bei angehaltenem Kuroibara, im Ordner der Sicherung</translation>
    </message>
    <message>
      <source>Free space</source>
      <translation>Freier Platz</translation>
    </message>
    <message>
      <source>How the Kuroibara library of {server} comes back</source>
      <translation>Wie die Kuroibara-Bibliothek von {server} zurückkommt</translation>
    </message>
    <message>
      <source>How this Kuroibara library comes back</source>
      <translation>Wie diese Kuroibara-Bibliothek zurückkommt</translation>
    </message>
    <message>
      <source>In Kuroibara Desktop: Restore, Move to another server. It sends {name}, shows what would change, and asks before it does.</source>
      <translation>In Kuroibara Desktop: Wiederherstellen, Auf anderen Server umziehen. Es sendet {name}, zeigt, was sich ändern würde, und fragt vorher.</translation>
    </message>
    <message>
      <source>Install Kuroibara, PostgreSQL and the backup engine, and start them once.</source>
      <translation>Installieren Sie Kuroibara, PostgreSQL und die Backup-Engine, und starten Sie sie einmal.</translation>
    </message>
    <message>
      <source>It holds the database only. The manga files have to come from somewhere else.</source>
      <translation>Sie enthält nur die Datenbank. Die Manga-Dateien müssen anderswoher kommen.</translation>
    </message>
    <message>
      <source>It is damaged.</source>
      <translation>Sie ist beschädigt.</translation>
    </message>
    <message>
      <source>It is suspect: it held much less than the one before it.</source>
      <translation>Sie ist verdächtig: sie enthielt viel weniger als die vorige.</translation>
    </message>
    <message>
      <source>It is the best there is: made {made}, {size}.</source>
      <translation>Sie ist die beste, die es gibt: erstellt {made}, {size}.</translation>
    </message>
    <message>
      <source>It is the newest backup with everything in it whose every byte was read back here: made {made}, {size}.</source>
      <translation>Sie ist die neueste Sicherung mit allem darin, von der jedes Byte hier zurückgelesen wurde: erstellt {made}, {size}.</translation>
    </message>
    <message>
      <source>Kuroibara</source>
      <translation>Kuroibara</translation>
    </message>
    <message>
      <source>Make an administrator, and tell the owner of the backups the address.</source>
      <translation>Machen Sie jemanden zum Administrator, und nennen Sie dem Besitzer der Sicherungen die Adresse.</translation>
    </message>
    <message>
      <source>PostgreSQL</source>
      <translation>PostgreSQL</translation>
    </message>
    <message>
      <source>SHA-256: {digest}</source>
      <translation>SHA-256: {digest}</translation>
    </message>
    <message>
      <source>Sign in as somebody of the old server, open a chapter, look at the schedule.</source>
      <translation>Melden Sie sich als jemand vom alten Server an, öffnen Sie ein Kapitel, sehen Sie den Zeitplan an.</translation>
    </message>
    <message>
      <source>That of the old server, or newer: the backup does not say</source>
      <translation>Die des alten Servers oder neuer: die Sicherung nennt sie nicht</translation>
    </message>
    <message>
      <source>The backup engine, kuroibara-backup</source>
      <translation>Die Backup-Engine, kuroibara-backup</translation>
    </message>
    <message>
      <source>The version of the old server, or newer: the backup does not say</source>
      <translation>Die Version des alten Servers oder neuer: die Sicherung nennt sie nicht</translation>
    </message>
    <message>
      <source>Then the same with {name}, the database only.</source>
      <translation>Dann dasselbe mit {name}, nur die Datenbank.</translation>
    </message>
    <message>
      <source>Use {name}</source>
      <translation>Nehmen Sie {name}</translation>
    </message>
    <message>
      <source>Verify it first: it was not read back since it came here.</source>
      <translation>Prüfen Sie sie zuerst: seit sie hierher kam, wurde sie nicht zurückgelesen.</translation>
    </message>
    <message>
      <source>What the new server needs</source>
      <translation>Was der neue Server braucht</translation>
    </message>
    <message>
      <source>What to do</source>
      <translation>Was zu tun ist</translation>
    </message>
    <message>
      <source>Written {time}.</source>
      <translation>Geschrieben {time}.</translation>
    </message>
    <message>
      <source>{name} is newer, but damaged.</source>
      <translation>{name} ist neuer, aber beschädigt.</translation>
    </message>
    <message>
      <source>{name} is newer, but holds the database only.</source>
      <translation>{name} ist neuer, enthält aber nur die Datenbank.</translation>
    </message>
    <message>
      <source>{name} is newer, but suspect: much smaller than the one before.</source>
      <translation>{name} ist neuer, aber verdächtig: viel kleiner als die vorige.</translation>
    </message>
    <message>
      <source>{name} is newer, but was not read back here yet.</source>
      <translation>{name} ist neuer, wurde hier aber noch nicht zurückgelesen.</translation>
    </message>
    <message>
      <source>{size}, better twice that</source>
      <translation>{size}, besser das Doppelte</translation>
    </message>
    <message>
      <source>{version} or newer</source>
      <translation>{version} oder neuer</translation>
    </message>
  </context>
  <context>
    <name>RestoreDoor</name>
    <message>
      <source>Checking {name}</source>
      <translation>{name} wird geprüft</translation>
    </message>
    <message>
      <source>Comparing {name}</source>
      <translation>{name} wird verglichen</translation>
    </message>
    <message>
      <source>Give up</source>
      <translation>Aufgeben</translation>
    </message>
    <message>
      <source>Leave it for now</source>
      <translation>Vorerst ruhen lassen</translation>
    </message>
    <message>
      <source>Nothing was begun. Look at the plan again, and confirm it.</source>
      <translation>Nichts wurde begonnen. Sehen Sie den Plan noch einmal an, und bestätigen Sie ihn.</translation>
    </message>
    <message>
      <source>Restoring {name}</source>
      <translation>{name} wird wiederhergestellt</translation>
    </message>
    <message>
      <source>Returning to what was there before</source>
      <translation>Rückkehr zum vorigen Stand</translation>
    </message>
    <message>
      <source>Sending {name}</source>
      <translation>{name} wird gesendet</translation>
    </message>
    <message>
      <source>Sign in…</source>
      <translation>Anmelden…</translation>
    </message>
    <message>
      <source>The server never heard the confirmation.</source>
      <translation>Die Bestätigung kam nie beim Server an.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
    <message>
      <source>{name} has to wait: a restore is under way.</source>
      <translation>{name} muss warten: eine Wiederherstellung läuft.</translation>
    </message>
  </context>
  <context>
    <name>RestoreEntry</name>
    <message>
      <source>Restore</source>
      <translation>Wiederherstellen</translation>
    </message>
  </context>
  <context>
    <name>RestorePage</name>
    <message>
      <source>Restore</source>
      <translation>Wiederherstellen</translation>
    </message>
  </context>
  <context>
    <name>RestoreWording</name>
    <message>
      <source>1 person can sign in.</source>
      <translation>1 Person kann sich anmelden.</translation>
    </message>
    <message>
      <source>Afterwards these people can sign in, with the password of that time, and nobody else: {names}.</source>
      <translation>Danach können sich diese Personen anmelden, mit dem Passwort von damals, und niemand sonst: {names}.</translation>
    </message>
    <message>
      <source>Before it, a safety copy was made: {name}.</source>
      <translation>Davor wurde eine Sicherheitskopie angelegt: {name}.</translation>
    </message>
    <message>
      <source>By the server, to the last byte: {time}</source>
      <translation>Vom Server bis zum letzten Byte: {time}</translation>
    </message>
    <message>
      <source>Chapters</source>
      <translation>Kapitel</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>Geprüft</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>Inhalt</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>Alles</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>Given up</source>
      <translation>Aufgegeben</translation>
    </message>
    <message>
      <source>It comes from this computer. Every byte was read here, and again on the server.</source>
      <translation>Sie kommt von diesem Computer. Jedes Byte wurde hier gelesen und noch einmal auf dem Server.</translation>
    </message>
    <message>
      <source>It does not say</source>
      <translation>Das steht nicht darin</translation>
    </message>
    <message>
      <source>It lies on {host}: nothing was sent from this computer. The server itself read every byte of it for this comparison.</source>
      <translation>Sie liegt auf {host}: von diesem Computer wurde nichts gesendet. Der Server selbst hat für diesen Vergleich jedes Byte davon gelesen.</translation>
    </message>
    <message>
      <source>Kuroibara: {kuroibara} · PostgreSQL: {postgresql}</source>
      <translation>Kuroibara: {kuroibara} · PostgreSQL: {postgresql}</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>Erstellt</translation>
    </message>
    <message>
      <source>Made by Kuroibara itself (format 1)</source>
      <translation>Von Kuroibara selbst erstellt (Format 1)</translation>
    </message>
    <message>
      <source>Made by the backup engine (format 2)</source>
      <translation>Von der Backup-Engine erstellt (Format 2)</translation>
    </message>
    <message>
      <source>Made since the restore, and put aside by going back: {rows} rows of the database, {new} new and {changed} changed files ({size}).</source>
      <translation>Seit der Wiederherstellung entstanden, und bei der Rückkehr beiseitegelegt: {rows} Zeilen der Datenbank, {new} neue und {changed} geänderte Dateien ({size}).</translation>
    </message>
    <message>
      <source>Not by the server until now; it will, before it shows what would change</source>
      <translation>Vom Server bisher nicht; er tut es, bevor er zeigt, was sich ändern würde</translation>
    </message>
    <message>
      <source>Not confirmed</source>
      <translation>Nicht bestätigt</translation>
    </message>
    <message>
      <source>Not proved: {what}</source>
      <translation>Nicht bewiesen: {what}</translation>
    </message>
    <message>
      <source>Nothing was changed</source>
      <translation>Nichts wurde geändert</translation>
    </message>
    <message>
      <source>Nothing was made on the server since the restore.</source>
      <translation>Seit der Wiederherstellung ist auf dem Server nichts entstanden.</translation>
    </message>
    <message>
      <source>On {host}, and the same bytes here: nothing is sent</source>
      <translation>Auf {host}, und Byte für Byte dieselbe hier: es wird nichts gesendet</translation>
    </message>
    <message>
      <source>On {host}: it is restored where it lies, and nothing is sent</source>
      <translation>Auf {host}: sie wird dort wiederhergestellt, wo sie liegt, und es wird nichts gesendet</translation>
    </message>
    <message>
      <source>Proved</source>
      <translation>Erprobt</translation>
    </message>
    <message>
      <source>Read to the last byte: every byte is right</source>
      <translation>Bis zum letzten Byte gelesen: jedes Byte stimmt</translation>
    </message>
    <message>
      <source>Reading progress</source>
      <translation>Lesefortschritt</translation>
    </message>
    <message>
      <source>Restored</source>
      <translation>Wiederhergestellt</translation>
    </message>
    <message>
      <source>Rolled back</source>
      <translation>Zurückgekehrt</translation>
    </message>
    <message>
      <source>Safe to close: it goes on from here when you come back.</source>
      <translation>Sie können schließen: hier geht es weiter, wenn Sie zurückkommen.</translation>
    </message>
    <message>
      <source>Safe to close: the server goes on by itself, and this page tells how it ended when you come back.</source>
      <translation>Sie können schließen: der Server macht allein weiter, und diese Seite sagt, wie es ausging, wenn Sie zurückkommen.</translation>
    </message>
    <message>
      <source>Series</source>
      <translation>Serien</translation>
    </message>
    <message>
      <source>Size of the files</source>
      <translation>Größe der Dateien</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Angehalten</translation>
    </message>
    <message>
      <source>The backup is of an older Kuroibara: restart Kuroibara on the server.</source>
      <translation>Die Sicherung stammt von einem älteren Kuroibara: starten Sie Kuroibara auf dem Server neu.</translation>
    </message>
    <message>
      <source>The database and the files of the library</source>
      <translation>Die Datenbank und die Dateien der Bibliothek</translation>
    </message>
    <message>
      <source>The database only</source>
      <translation>Nur die Datenbank</translation>
    </message>
    <message>
      <source>The database only: accounts, progress and settings</source>
      <translation>Nur die Datenbank: Konten, Lesefortschritt und Einstellungen</translation>
    </message>
    <message>
      <source>The files of chosen series</source>
      <translation>Die Dateien gewählter Serien</translation>
    </message>
    <message>
      <source>The files only</source>
      <translation>Nur die Dateien</translation>
    </message>
    <message>
      <source>The server holds what {name} held.</source>
      <translation>Der Server enthält, was {name} enthielt.</translation>
    </message>
    <message>
      <source>The server rehearsed a restore of it: {time}</source>
      <translation>Der Server hat eine Wiederherstellung davon geprobt: {time}</translation>
    </message>
    <message>
      <source>This backup is suspect: it held much less than the one made before it.</source>
      <translation>Diese Sicherung ist verdächtig: sie enthielt viel weniger als die vorige.</translation>
    </message>
    <message>
      <source>Under way</source>
      <translation>Läuft</translation>
    </message>
    <message>
      <source>Until {time} you can return to what was there before.</source>
      <translation>Bis {time} können Sie zum vorigen Stand zurückkehren.</translation>
    </message>
    <message>
      <source>Users</source>
      <translation>Nutzer</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versionen</translation>
    </message>
    <message>
      <source>What was there before is there again</source>
      <translation>Der vorige Stand ist wieder da</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Ort</translation>
    </message>
    <message>
      <source>it does not say</source>
      <translation>steht nicht darin</translation>
    </message>
    <message>
      <source>the same</source>
      <translation>gleich</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <source>{names} and {count} more</source>
      <translation>{names} und {count} weitere</translation>
    </message>
    <message>
      <source>{n} people can sign in.</source>
      <translation>{n} Personen können sich anmelden.</translation>
    </message>
    <message>
      <source>{time} (time of the server that made it)</source>
      <translation>{time} (Zeit des Servers, der sie erstellte)</translation>
    </message>
  </context>
  <context>
    <name>RetentionDialog</name>
    <message>
      <source>After each backup the server removes what these rules do not keep. The newest good one of each kind, and what is pinned, always stays.</source>
      <translation>Nach jeder Sicherung entfernt der Server, was diese Regeln nicht behalten. Die neueste gute jeder Art und was angeheftet ist, bleibt immer.</translation>
    </message>
    <message>
      <source>Also those that somebody made by hand</source>
      <translation>Auch von Hand erstellte</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>GOES</source>
      <translation>GEHT</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Es wird nachgesehen…</translation>
    </message>
    <message>
      <source>Nothing goes now.</source>
      <translation>Jetzt geht nichts.</translation>
    </message>
    <message>
      <source>Nothing goes: the rules are switched off.</source>
      <translation>Nichts geht: die Regeln sind abgeschaltet.</translation>
    </message>
    <message>
      <source>One backup would go, which frees {size}.</source>
      <translation>Eine Sicherung ginge, das schafft {size} Platz.</translation>
    </message>
    <message>
      <source>Otherwise only what the server made by itself is removed.</source>
      <translation>Sonst wird nur entfernt, was der Server von selbst erstellte.</translation>
    </message>
    <message>
      <source>Remove old backups by these rules</source>
      <translation>Alte Sicherungen nach diesen Regeln entfernen</translation>
    </message>
    <message>
      <source>Save on the server</source>
      <translation>Auf dem Server speichern</translation>
    </message>
    <message>
      <source>Stays</source>
      <translation>Bleibt</translation>
    </message>
    <message>
      <source>What goes and what stays</source>
      <translation>Was geht und was bleibt</translation>
    </message>
    <message>
      <source>What the server keeps</source>
      <translation>Was der Server behält</translation>
    </message>
    <message>
      <source>What {server} keeps</source>
      <translation>Was {server} behält</translation>
    </message>
    <message>
      <source>{count} backups would go, which frees {size}.</source>
      <translation>{count} Sicherungen gingen, das schafft {size} Platz.</translation>
    </message>
  </context>
  <context>
    <name>Ringing</name>
    <message>
      <source>Copy offsite now</source>
      <translation>Jetzt kopieren</translation>
    </message>
    <message>
      <source>In 1 hour</source>
      <translation>In 1 Stunde</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
  </context>
  <context>
    <name>RollBackDialog</name>
    <message>
      <source>Return to what was there before?</source>
      <translation>Zum vorigen Stand zurückkehren?</translation>
    </message>
    <message>
      <source>Roll back</source>
      <translation>Zurückkehren</translation>
    </message>
  </context>
  <context>
    <name>RoomDialog</name>
    <message>
      <source>Choose a folder</source>
      <translation>Ordner wählen</translation>
    </message>
    <message>
      <source>Copy databases only for now</source>
      <translation>Vorerst nur Datenbanken kopieren</translation>
    </message>
    <message>
      <source>Databases only</source>
      <translation>Nur Datenbanken</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>Jetzt nicht</translation>
    </message>
    <message>
      <source>Nothing is given up; the copies here stay.</source>
      <translation>Nichts wird aufgegeben; die Kopien hier bleiben.</translation>
    </message>
    <message>
      <source>Replace it</source>
      <translation>Ersetzen</translation>
    </message>
    <message>
      <source>Replace the old copy</source>
      <translation>Die alte Kopie ersetzen</translation>
    </message>
    <message>
      <source>The manga files here stay as old as the last full copy.</source>
      <translation>Die Manga-Dateien hier bleiben so alt wie die letzte vollständige Kopie.</translation>
    </message>
    <message>
      <source>Until the new one is here, the server holds the only backup.</source>
      <translation>Bis die neue hier ist, hat nur der Server eine Sicherung.</translation>
    </message>
    <message>
      <source>Use another drive</source>
      <translation>Ein anderes Laufwerk verwenden</translation>
    </message>
  </context>
  <context>
    <name>Rows</name>
    <message>
      <source>Under way…</source>
      <translation>Läuft…</translation>
    </message>
  </context>
  <context>
    <name>RuleNumbers</name>
    <message>
      <source>At most</source>
      <translation>Höchstens</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>Tage</translation>
    </message>
    <message>
      <source>Months</source>
      <translation>Monate</translation>
    </message>
    <message>
      <source>Weeks</source>
      <translation>Wochen</translation>
    </message>
    <message>
      <source>Years</source>
      <translation>Jahre</translation>
    </message>
    <message>
      <source>all</source>
      <translation>alle</translation>
    </message>
  </context>
  <context>
    <name>ScheduleCard</name>
    <message>
      <source>Backups the server makes</source>
      <translation>Sicherungen, die der Server erstellt</translation>
    </message>
    <message>
      <source>Save on the server</source>
      <translation>Auf dem Server speichern</translation>
    </message>
    <message>
      <source>Times are those of the server ({zone}).</source>
      <translation>Zeiten sind die des Servers ({zone}).</translation>
    </message>
  </context>
  <context>
    <name>ScheduleRow</name>
    <message>
      <source>Back to the server's own</source>
      <translation>Zurück zur Vorgabe des Servers</translation>
    </message>
    <message>
      <source>By the rule “{cron}”</source>
      <translation>Nach der Regel „{cron}“</translation>
    </message>
    <message>
      <source>Daily</source>
      <translation>Täglich</translation>
    </message>
    <message>
      <source>Database only</source>
      <translation>Nur Datenbank</translation>
    </message>
    <message>
      <source>Full</source>
      <translation>Vollständig</translation>
    </message>
    <message>
      <source>Monthly</source>
      <translation>Monatlich</translation>
    </message>
    <message>
      <source>Next here: {when}</source>
      <translation>Nächste nach hiesiger Zeit: {when}</translation>
    </message>
    <message>
      <source>Not made yet</source>
      <translation>Noch nicht erstellt</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>Überfällig</translation>
    </message>
    <message>
      <source>Weekly</source>
      <translation>Wöchentlich</translation>
    </message>
    <message>
      <source>last made {when}</source>
      <translation>zuletzt erstellt {when}</translation>
    </message>
    <message>
      <source>{kind}: at</source>
      <translation>{kind}: um</translation>
    </message>
    <message>
      <source>{kind}: back to the server's own</source>
      <translation>{kind}: zurück zur Vorgabe des Servers</translation>
    </message>
    <message>
      <source>{kind}: on which day of the month</source>
      <translation>{kind}: an welchem Tag des Monats</translation>
    </message>
    <message>
      <source>{kind}: on which weekday</source>
      <translation>{kind}: an welchem Wochentag</translation>
    </message>
    <message>
      <source>{kind}: what it holds</source>
      <translation>{kind}: was sie enthält</translation>
    </message>
  </context>
  <context>
    <name>SealStep</name>
    <message>
      <source>At least {count} letters are needed.</source>
      <translation>Mindestens {count} Buchstaben sind nötig.</translation>
    </message>
    <message>
      <source>Choose a passphrase</source>
      <translation>Passphrase wählen</translation>
    </message>
    <message>
      <source>It opens your sign-in each time the app starts. Nobody can tell it to you again; if it is lost, you sign in anew.</source>
      <translation>Sie öffnet Ihre Anmeldung bei jedem Start der App. Niemand kann sie Ihnen wieder sagen; geht sie verloren, melden Sie sich neu an.</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <source>Seal and go on</source>
      <translation>Versiegeln und weiter</translation>
    </message>
    <message>
      <source>The same once more</source>
      <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
      <source>The two are not the same.</source>
      <translation>Die beiden sind nicht gleich.</translation>
    </message>
  </context>
  <context>
    <name>Sections</name>
    <message>
      <source>Archive folders</source>
      <translation>Archivordner</translation>
    </message>
    <message>
      <source>Automatic copies</source>
      <translation>Automatische Kopien</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>Diagnose</translation>
    </message>
    <message>
      <source>On the server</source>
      <translation>Auf dem Server</translation>
    </message>
    <message>
      <source>Reminders</source>
      <translation>Erinnerungen</translation>
    </message>
    <message>
      <source>Servers</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>This app</source>
      <translation>Diese App</translation>
    </message>
  </context>
  <context>
    <name>SeriesDialog</name>
    <message>
      <source>Reading the list…</source>
      <translation>Die Liste wird gelesen…</translation>
    </message>
    <message>
      <source>Search by title</source>
      <translation>Nach Titel suchen</translation>
    </message>
    <message>
      <source>Series of the backup</source>
      <translation>Serien der Sicherung</translation>
    </message>
    <message>
      <source>Their files are put back as they are in the backup.</source>
      <translation>Ihre Dateien werden wieder so, wie sie in der Sicherung sind.</translation>
    </message>
    <message>
      <source>This backup holds no files of any series.</source>
      <translation>Diese Sicherung enthält keine Dateien von Serien.</translation>
    </message>
    <message>
      <source>Use these</source>
      <translation>Diese verwenden</translation>
    </message>
    <message>
      <source>Which series are to come back?</source>
      <translation>Welche Serien sollen zurückkommen?</translation>
    </message>
    <message>
      <source>{count} of {all} chosen · {size}</source>
      <translation>{count} von {all} gewählt · {size}</translation>
    </message>
  </context>
  <context>
    <name>ServerCard</name>
    <message>
      <source>Connected as {user}</source>
      <translation>Verbunden als {user}</translation>
    </message>
    <message>
      <source>Connected by invitation</source>
      <translation>Durch Einladung verbunden</translation>
    </message>
    <message>
      <source>Copies on “{drive}”</source>
      <translation>Kopien auf „{drive}“</translation>
    </message>
    <message>
      <source>No server</source>
      <translation>Kein Server</translation>
    </message>
    <message>
      <source>Not allowed</source>
      <translation>Nicht erlaubt</translation>
    </message>
    <message>
      <source>Not reachable</source>
      <translation>Nicht erreichbar</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Server {host}: {state}</source>
      <translation>Server {host}: {state}</translation>
    </message>
    <message>
      <source>Sign-in not opened</source>
      <translation>Anmeldung nicht geöffnet</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Abgemeldet</translation>
    </message>
    <message>
      <source>{connected}, sealed with a passphrase</source>
      <translation>{connected}, mit Passphrase versiegelt</translation>
    </message>
    <message>
      <source>{connected}, this session only</source>
      <translation>{connected}, nur diese Sitzung</translation>
    </message>
  </context>
  <context>
    <name>ServerMenu</name>
    <message>
      <source>Add a server…</source>
      <translation>Server hinzufügen…</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Darstellung</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>Choose another archive folder…</source>
      <translation>Anderen Archivordner wählen…</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>Open the archive folder</source>
      <translation>Archivordner öffnen</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <source>Refresh</source>
      <translation>Aktualisieren</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Abmelden</translation>
    </message>
    <message>
      <source>Start when I log in</source>
      <translation>Bei der Anmeldung starten</translation>
    </message>
  </context>
  <context>
    <name>ServersDoor</name>
    <message>
      <source>Forget it</source>
      <translation>Vergessen</translation>
    </message>
    <message>
      <source>Forget {name}?</source>
      <translation>{name} vergessen?</translation>
    </message>
    <message>
      <source>Its copies stay in the archive folder, and your sign-in stays in the keyring: sign out first if you do not want that. You can add the server again.</source>
      <translation>Seine Kopien bleiben im Archivordner, und Ihre Anmeldung bleibt im Schlüsselbund: melden Sie sich vorher ab, wenn Sie das nicht wollen. Sie können den Server wieder hinzufügen.</translation>
    </message>
    <message>
      <source>Kept, but the server does not answer this way. {why}</source>
      <translation>Gespeichert, aber so antwortet der Server nicht. {why}</translation>
    </message>
    <message>
      <source>The pages show this server now.</source>
      <translation>Die Seiten zeigen jetzt diesen Server.</translation>
    </message>
    <message>
      <source>The server answers this way.</source>
      <translation>So antwortet der Server.</translation>
    </message>
    <message>
      <source>The server has its new name.</source>
      <translation>Der Server hat seinen neuen Namen.</translation>
    </message>
    <message>
      <source>You are signed out of {name}.</source>
      <translation>Sie sind von {name} abgemeldet.</translation>
    </message>
    <message>
      <source>{name} is off the list. Its copies were not touched.</source>
      <translation>{name} ist von der Liste. Seine Kopien wurden nicht angerührt.</translation>
    </message>
  </context>
  <context>
    <name>ServersSection</name>
    <message>
      <source>Add a server…</source>
      <translation>Server hinzufügen…</translation>
    </message>
    <message>
      <source>No server is set up: only what is in the archive folder is shown.</source>
      <translation>Kein Server ist eingerichtet: nur der Inhalt des Archivordners wird gezeigt.</translation>
    </message>
    <message>
      <source>The pages show one of them at a time. Copies of all are kept side by side.</source>
      <translation>Die Seiten zeigen jeweils einen davon. Kopien von allen liegen nebeneinander.</translation>
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
  </context>
  <context>
    <name>Sidebar</name>
    <message>
      <source>{count} under way</source>
      <translation>{count} unterwegs</translation>
    </message>
  </context>
  <context>
    <name>SignInStep</name>
    <message>
      <source>A sign-in at this server ends when the app was not used for seven days. To stay, your password is kept where the sign-in is kept.</source>
      <translation>Eine Anmeldung an diesem Server endet, wenn die App sieben Tage lang nicht benutzt wurde. Um angemeldet zu bleiben, wird Ihr Passwort dort aufbewahrt, wo die Anmeldung liegt.</translation>
    </message>
    <message>
      <source>I have an invitation</source>
      <translation>Ich habe eine Einladung</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Passwort</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Anmelden</translation>
    </message>
    <message>
      <source>Stay signed in</source>
      <translation>Angemeldet bleiben</translation>
    </message>
    <message>
      <source>User name</source>
      <translation>Benutzername</translation>
    </message>
    <message>
      <source>With your Kuroibara user name and password.</source>
      <translation>Mit Ihrem Kuroibara-Benutzernamen und Passwort.</translation>
    </message>
  </context>
  <context>
    <name>Signing</name>
    <message>
      <source>Kuroibara</source>
      <translation>Kuroibara</translation>
    </message>
    <message>
      <source>Kuroibara with backup engine {version}</source>
      <translation>Kuroibara mit Backup-Engine {version}</translation>
    </message>
    <message>
      <source>Kuroibara {version}</source>
      <translation>Kuroibara {version}</translation>
    </message>
  </context>
  <context>
    <name>Sourcing</name>
    <message>
      <source>Choose the backup to restore</source>
      <translation>Die Sicherung zum Wiederherstellen wählen</translation>
    </message>
    <message>
      <source>Copy it here first, then restore it from here.</source>
      <translation>Kopieren Sie sie zuerst hierher, und stellen Sie sie dann von hier wieder her.</translation>
    </message>
    <message>
      <source>{name} is not on this computer yet.</source>
      <translation>{name} ist noch nicht auf diesem Computer.</translation>
    </message>
  </context>
  <context>
    <name>StartFace</name>
    <message>
      <source>A backup of one server becomes the library of another.</source>
      <translation>Eine Sicherung des einen Servers wird zur Bibliothek eines anderen.</translation>
    </message>
    <message>
      <source>A backup on the server</source>
      <translation>Eine Sicherung auf dem Server</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Wählen…</translation>
    </message>
    <message>
      <source>Earlier restores</source>
      <translation>Frühere Wiederherstellungen</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>It is restored where it lies: nothing is sent from this computer.</source>
      <translation>Sie wird dort wiederhergestellt, wo sie liegt: von diesem Computer wird nichts gesendet.</translation>
    </message>
    <message>
      <source>Move to another server</source>
      <translation>Auf anderen Server umziehen</translation>
    </message>
    <message>
      <source>Move…</source>
      <translation>Umziehen…</translation>
    </message>
    <message>
      <source>My server is gone</source>
      <translation>Mein Server ist fort</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Show what to do</source>
      <translation>Zeigen, was zu tun ist</translation>
    </message>
    <message>
      <source>Which backup brings the library back, and what a new server needs.</source>
      <translation>Welche Sicherung die Bibliothek zurückbringt und was ein neuer Server braucht.</translation>
    </message>
  </context>
  <context>
    <name>Step</name>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>Working</source>
      <translation>In Arbeit</translation>
    </message>
  </context>
  <context>
    <name>StepLine</name>
    <message>
      <source>{step}: done</source>
      <translation>{step}: fertig</translation>
    </message>
    <message>
      <source>{step}: still to come</source>
      <translation>{step}: steht noch aus</translation>
    </message>
    <message>
      <source>{step}: under way</source>
      <translation>{step}: läuft</translation>
    </message>
  </context>
  <context>
    <name>StripChart</name>
    <message>
      <source>Days by what came of them. {counts}.</source>
      <translation>Tage nach dem, was aus ihnen wurde. {counts}.</translation>
    </message>
    <message>
      <source>The last 60 days</source>
      <translation>Die letzten 60 Tage</translation>
    </message>
    <message>
      <source>copied here</source>
      <translation>hierher kopiert</translation>
    </message>
    <message>
      <source>database only</source>
      <translation>nur Datenbank</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>fehlgeschlagen</translation>
    </message>
    <message>
      <source>full backup</source>
      <translation>vollständige Sicherung</translation>
    </message>
    <message>
      <source>no backup kept</source>
      <translation>keine Sicherung behalten</translation>
    </message>
    <message>
      <source>suspect or damaged</source>
      <translation>verdächtig oder beschädigt</translation>
    </message>
    <message>
      <source>{count} failed</source>
      <translation>{count} fehlgeschlagen</translation>
    </message>
  </context>
  <context>
    <name>ThereDialog</name>
    <message>
      <source>Asking the server…</source>
      <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
      <source>Backups on the server</source>
      <translation>Sicherungen auf dem Server</translation>
    </message>
    <message>
      <source>It is restored where it lies on the server. Nothing changes there until you have seen what would change.</source>
      <translation>Sie wird auf dem Server dort wiederhergestellt, wo sie liegt. Dort ändert sich nichts, bis Sie gesehen haben, was sich ändern würde.</translation>
    </message>
    <message>
      <source>One backup can be restored where it lies.</source>
      <translation>Eine Sicherung kann dort wiederhergestellt werden, wo sie liegt.</translation>
    </message>
    <message>
      <source>Search by name</source>
      <translation>Nach Namen suchen</translation>
    </message>
    <message>
      <source>The server has no finished backup that it could restore.</source>
      <translation>Der Server hat keine fertige Sicherung, die er wiederherstellen könnte.</translation>
    </message>
    <message>
      <source>Use this one</source>
      <translation>Diese verwenden</translation>
    </message>
    <message>
      <source>Which backup is to come back?</source>
      <translation>Welche Sicherung soll zurückkommen?</translation>
    </message>
    <message>
      <source>database only</source>
      <translation>nur Datenbank</translation>
    </message>
    <message>
      <source>full</source>
      <translation>vollständig</translation>
    </message>
    <message>
      <source>not verified</source>
      <translation>nicht geprüft</translation>
    </message>
    <message>
      <source>suspect</source>
      <translation>verdächtig</translation>
    </message>
    <message>
      <source>verified</source>
      <translation>geprüft</translation>
    </message>
    <message>
      <source>{count} backups can be restored where they lie.</source>
      <translation>{count} Sicherungen können dort wiederhergestellt werden, wo sie liegen.</translation>
    </message>
  </context>
  <context>
    <name>TransferModel</name>
    <message>
      <source>Backup</source>
      <translation>Sicherung</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Zustand</translation>
    </message>
  </context>
  <context>
    <name>TransferTable</name>
    <message>
      <source>Columns of the table</source>
      <translation>Spalten der Tabelle</translation>
    </message>
    <message>
      <source>In the queue</source>
      <translation>In der Warteschlange</translation>
    </message>
    <message>
      <source>Transfers</source>
      <translation>Übertragungen</translation>
    </message>
  </context>
  <context>
    <name>TransferWording</name>
    <message>
      <source>1 copy to come</source>
      <translation>1 Kopie steht aus</translation>
    </message>
    <message>
      <source>Asking</source>
      <translation>Wird gefragt</translation>
    </message>
    <message>
      <source>Cancelled</source>
      <translation>Abgebrochen</translation>
    </message>
    <message>
      <source>Checking</source>
      <translation>Wird geprüft</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <source>Copying</source>
      <translation>Wird kopiert</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Fehlgeschlagen</translation>
    </message>
    <message>
      <source>In the queue</source>
      <translation>In der Warteschlange</translation>
    </message>
    <message>
      <source>No bytes are coming just now; it goes on by itself</source>
      <translation>Gerade kommen keine Bytes; es geht von selbst weiter</translation>
    </message>
    <message>
      <source>Nothing is waiting to be copied</source>
      <translation>Nichts wartet darauf, kopiert zu werden</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>Angehalten</translation>
    </message>
    <message>
      <source>Reconnecting</source>
      <translation>Neue Verbindung</translation>
    </message>
    <message>
      <source>Speed: by the hour</source>
      <translation>Tempo: nach Uhrzeit</translation>
    </message>
    <message>
      <source>Speed: no limit</source>
      <translation>Tempo: keine Grenze</translation>
    </message>
    <message>
      <source>Speed: {rate}</source>
      <translation>Tempo: {rate}</translation>
    </message>
    <message>
      <source>Stalled</source>
      <translation>Stockt</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Wird angehalten…</translation>
    </message>
    <message>
      <source>Verifying</source>
      <translation>Wird geprüft</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>Wartet</translation>
    </message>
    <message>
      <source>about {duration}</source>
      <translation>etwa {duration}</translation>
    </message>
    <message>
      <source>next try at {time}</source>
      <translation>nächster Versuch um {time}</translation>
    </message>
    <message>
      <source>{count} %</source>
      <translation>{count} %</translation>
    </message>
    <message>
      <source>{count} copies to come</source>
      <translation>{count} Kopien stehen aus</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} von {total}</translation>
    </message>
    <message>
      <source>{size} left</source>
      <translation>noch {size}</translation>
    </message>
  </context>
  <context>
    <name>TransfersDoor</name>
    <message>
      <source>Another window or the command is copying just now.</source>
      <translation>Ein anderes Fenster oder der Befehl kopiert gerade.</translation>
    </message>
    <message>
      <source>Copy anyway</source>
      <translation>Trotzdem kopieren</translation>
    </message>
    <message>
      <source>Copying is paused: nothing comes by itself.</source>
      <translation>Das Kopieren ist angehalten: nichts kommt von selbst.</translation>
    </message>
    <message>
      <source>Copying offsite</source>
      <translation>Wird ausgelagert</translation>
    </message>
    <message>
      <source>Copying {name}</source>
      <translation>{name} wird kopiert</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>No bytes are coming just now. {progress}</source>
      <translation>Gerade kommen keine Bytes. {progress}</translation>
    </message>
    <message>
      <source>On battery, so what comes by itself waits for power.</source>
      <translation>Akkubetrieb: was von selbst kommt, wartet auf Strom.</translation>
    </message>
    <message>
      <source>This network is metered, so what comes by itself waits.</source>
      <translation>Dieses Netz ist getaktet: was von selbst kommt, wartet.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
  </context>
  <context>
    <name>TransfersPage</name>
    <message>
      <source>By the hour…</source>
      <translation>Nach Uhrzeit…</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Choose a backup</source>
      <translation>Sicherung wählen</translation>
    </message>
    <message>
      <source>Clear finished</source>
      <translation>Beendete entfernen</translation>
    </message>
    <message>
      <source>Copies that you ask for, and those that come by themselves, are listed here while they are on their way.</source>
      <translation>Kopien, um die Sie bitten, und solche, die von selbst kommen, stehen hier, solange sie unterwegs sind.</translation>
    </message>
    <message>
      <source>Copy it no more (Delete); what came of it goes</source>
      <translation>Nicht mehr kopieren (Entf); was davon kam, geht</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>How fast copies may come</source>
      <translation>Wie schnell Kopien kommen dürfen</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <source>Move down (Alt+Down)</source>
      <translation>Nach unten (Alt+Pfeil ab)</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>Nach oben</translation>
    </message>
    <message>
      <source>Move up (Alt+Up)</source>
      <translation>Nach oben (Alt+Pfeil auf)</translation>
    </message>
    <message>
      <source>No limit</source>
      <translation>Keine Grenze</translation>
    </message>
    <message>
      <source>Nothing is being copied</source>
      <translation>Nichts wird kopiert</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Pause all</source>
      <translation>Alle anhalten</translation>
    </message>
    <message>
      <source>Pause, or go on (Space)</source>
      <translation>Anhalten oder fortsetzen (Leertaste)</translation>
    </message>
    <message>
      <source>Resume all</source>
      <translation>Alle fortsetzen</translation>
    </message>
    <message>
      <source>Take what has ended off the list; no copy is removed</source>
      <translation>Was beendet ist, von der Liste nehmen; keine Kopie wird entfernt</translation>
    </message>
    <message>
      <source>Transfers</source>
      <translation>Übertragungen</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
  </context>
  <context>
    <name>Tray</name>
    <message>
      <source>1 hour</source>
      <translation>1 Stunde</translation>
    </message>
    <message>
      <source>8 hours</source>
      <translation>8 Stunden</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Copy offsite now</source>
      <translation>Jetzt kopieren</translation>
    </message>
    <message>
      <source>Copying is paused</source>
      <translation>Das Kopieren ist angehalten</translation>
    </message>
    <message>
      <source>Go on copying</source>
      <translation>Weiter kopieren</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Es wird nachgesehen…</translation>
    </message>
    <message>
      <source>Open Kuroibara</source>
      <translation>Kuroibara öffnen</translation>
    </message>
    <message>
      <source>Open the archive folder</source>
      <translation>Archivordner öffnen</translation>
    </message>
    <message>
      <source>Pause copying</source>
      <translation>Kopieren anhalten</translation>
    </message>
    <message>
      <source>Put reminders off</source>
      <translation>Erinnerungen verschieben</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <source>The last copy failed</source>
      <translation>Die letzte Kopie schlug fehl</translation>
    </message>
    <message>
      <source>Until the drive is in</source>
      <translation>Bis das Laufwerk da ist</translation>
    </message>
    <message>
      <source>Work is under way</source>
      <translation>Es wird gearbeitet</translation>
    </message>
  </context>
  <context>
    <name>TroubleDialog</name>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <source>Copy report</source>
      <translation>Bericht kopieren</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>Details of the error</source>
      <translation>Details des Fehlers</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
  </context>
  <context>
    <name>TroubleFace</name>
    <message>
      <source>Details</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>Give up</source>
      <translation>Aufgeben</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
  </context>
  <context>
    <name>TypedFolder</name>
    <message>
      <source>Choose a folder</source>
      <translation>Ordner wählen</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Wählen…</translation>
    </message>
  </context>
  <context>
    <name>Unknown</name>
    <message>
      <source>The server could not be asked</source>
      <translation>Der Server konnte nicht gefragt werden</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
    <message>
      <source>What it has is not known now, and there are no copies on this computer.</source>
      <translation>Was er hat, ist gerade nicht bekannt, und auf diesem Computer gibt es keine Kopien.</translation>
    </message>
  </context>
  <context>
    <name>WayBack</name>
    <message>
      <source>Looking what was made since the restore</source>
      <translation>Es wird nachgesehen, was seit der Wiederherstellung entstand</translation>
    </message>
    <message>
      <source>Returning to what was there before</source>
      <translation>Rückkehr zum vorigen Stand</translation>
    </message>
  </context>
  <context>
    <name>WayDialog</name>
    <message>
      <source>As the system says; “direct” for none</source>
      <translation>Wie das System; „direct“ für keinen</translation>
    </message>
    <message>
      <source>Both are kept where your sign-in is kept, since they may be secret.</source>
      <translation>Beides liegt bei Ihrer Anmeldung, denn es kann geheim sein.</translation>
    </message>
    <message>
      <source>Headers that a gateway wants, one a line</source>
      <translation>Kopfzeilen, die ein Gateway verlangt, eine je Zeile</translation>
    </message>
    <message>
      <source>How {name} is reached</source>
      <translation>Wie {name} erreicht wird</translation>
    </message>
    <message>
      <source>Keep and try it</source>
      <translation>Speichern und ausprobieren</translation>
    </message>
    <message>
      <source>Proxy</source>
      <translation>Proxy</translation>
    </message>
  </context>
  <context>
    <name>WelcomeFlow</name>
    <message>
      <source>Step {number} of {all}</source>
      <translation>Schritt {number} von {all}</translation>
    </message>
  </context>
  <context>
    <name>Wishing</name>
    <message>
      <source>Noted. Copies under way keep to it within moments.</source>
      <translation>Gemerkt. Laufende Kopien halten sich gleich daran.</translation>
    </message>
  </context>
  <context>
    <name>Wording</name>
    <message>
      <source>A copy from {server}</source>
      <translation>Eine Kopie von {server}</translation>
    </message>
    <message>
      <source>A restore of it was rehearsed on the server: {when}</source>
      <translation>Eine Wiederherstellung davon wurde auf dem Server geprobt: {when}</translation>
    </message>
    <message>
      <source>Before a restore</source>
      <translation>Vor einer Wiederherstellung</translation>
    </message>
    <message>
      <source>Being written</source>
      <translation>Wird geschrieben</translation>
    </message>
    <message>
      <source>Both</source>
      <translation>Beide</translation>
    </message>
    <message>
      <source>By hand</source>
      <translation>Von Hand</translation>
    </message>
    <message>
      <source>Copy not known</source>
      <translation>Kopie unbekannt</translation>
    </message>
    <message>
      <source>Daily</source>
      <translation>Täglich</translation>
    </message>
    <message>
      <source>Damaged</source>
      <translation>Beschädigt</translation>
    </message>
    <message>
      <source>Damaged here</source>
      <translation>Hier beschädigt</translation>
    </message>
    <message>
      <source>Damaged on the server</source>
      <translation>Auf dem Server beschädigt</translation>
    </message>
    <message>
      <source>Database</source>
      <translation>Datenbank</translation>
    </message>
    <message>
      <source>Encrypted</source>
      <translation>Verschlüsselt</translation>
    </message>
    <message>
      <source>Full</source>
      <translation>Vollständig</translation>
    </message>
    <message>
      <source>Here only</source>
      <translation>Nur hier</translation>
    </message>
    <message>
      <source>Here: {when}</source>
      <translation>Hier: {when}</translation>
    </message>
    <message>
      <source>Monthly</source>
      <translation>Monatlich</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Nie</translation>
    </message>
    <message>
      <source>No copy here yet</source>
      <translation>Noch keine Kopie hier</translation>
    </message>
    <message>
      <source>No restore of it was rehearsed on the server yet.</source>
      <translation>Auf dem Server wurde noch keine Wiederherstellung davon geprobt.</translation>
    </message>
    <message>
      <source>Not verified yet</source>
      <translation>Noch nicht geprüft</translation>
    </message>
    <message>
      <source>Note: {note}</source>
      <translation>Notiz: {note}</translation>
    </message>
    <message>
      <source>On the server</source>
      <translation>Auf dem Server</translation>
    </message>
    <message>
      <source>On the server: {when}</source>
      <translation>Auf dem Server: {when}</translation>
    </message>
    <message>
      <source>Pinned here: no rule removes this copy</source>
      <translation>Hier angeheftet: keine Regel entfernt diese Kopie</translation>
    </message>
    <message>
      <source>Pinned on the server and here: no rule removes it</source>
      <translation>Auf dem Server und hier angeheftet: keine Regel entfernt sie</translation>
    </message>
    <message>
      <source>Pinned on the server: no rule removes it there</source>
      <translation>Auf dem Server angeheftet: dort entfernt sie keine Regel</translation>
    </message>
    <message>
      <source>Proved {day}</source>
      <translation>Erprobt {day}</translation>
    </message>
    <message>
      <source>Suspect: much smaller</source>
      <translation>Verdächtig: viel kleiner</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Heute</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Unbekannt</translation>
    </message>
    <message>
      <source>Uploaded</source>
      <translation>Hochgeladen</translation>
    </message>
    <message>
      <source>Verified</source>
      <translation>Geprüft</translation>
    </message>
    <message>
      <source>Verified {day}</source>
      <translation>Geprüft {day}</translation>
    </message>
    <message>
      <source>Weekly</source>
      <translation>Wöchentlich</translation>
    </message>
    <message>
      <source>today</source>
      <translation>heute</translation>
    </message>
    <message>
      <source>{moment}. The server gave this time without a time zone, so it may be off by some hours.</source>
      <translation>{moment}. Der Server gab diese Zeit ohne Zeitzone an, sie kann also um einige Stunden daneben liegen.</translation>
    </message>
  </context>
  <context>
    <name>WorkFace</name>
    <message>
      <source>Check the file on this computer</source>
      <translation>Die Datei auf diesem Computer prüfen</translation>
    </message>
    <message>
      <source>Compare it with what is there</source>
      <translation>Mit dem Bestehenden vergleichen</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <source>Put it in place</source>
      <translation>Einsetzen</translation>
    </message>
    <message>
      <source>Send it to the server</source>
      <translation>An den Server senden</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>Wird gestartet…</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Wird angehalten…</translation>
    </message>
  </context>
  <context>
    <name>Works</name>
    <message>
      <source>Asking the server</source>
      <translation>Der Server wird gefragt</translation>
    </message>
    <message>
      <source>Checking what is already here</source>
      <translation>Es wird geprüft, was schon hier ist</translation>
    </message>
    <message>
      <source>Comparing with what is on the server</source>
      <translation>Vergleich mit dem, was auf dem Server ist</translation>
    </message>
    <message>
      <source>Copying</source>
      <translation>Wird kopiert</translation>
    </message>
    <message>
      <source>Loading the database on the server</source>
      <translation>Die Datenbank wird auf dem Server geladen</translation>
    </message>
    <message>
      <source>Looking through the library</source>
      <translation>Die Bibliothek wird durchgesehen</translation>
    </message>
    <message>
      <source>Planning</source>
      <translation>Planung</translation>
    </message>
    <message>
      <source>Putting it in place</source>
      <translation>Wird abgelegt</translation>
    </message>
    <message>
      <source>Putting the library in place</source>
      <translation>Die Bibliothek wird eingesetzt</translation>
    </message>
    <message>
      <source>Reading the database</source>
      <translation>Die Datenbank wird gelesen</translation>
    </message>
    <message>
      <source>Restoring on the server</source>
      <translation>Wiederherstellung auf dem Server</translation>
    </message>
    <message>
      <source>Returning to what was there before</source>
      <translation>Rückkehr zum vorigen Stand</translation>
    </message>
    <message>
      <source>Sending</source>
      <translation>Wird gesendet</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>Wird gestartet…</translation>
    </message>
    <message>
      <source>The server checks what arrived</source>
      <translation>Der Server prüft, was ankam</translation>
    </message>
    <message>
      <source>Verifying</source>
      <translation>Wird geprüft</translation>
    </message>
    <message>
      <source>Verifying on the server</source>
      <translation>Prüfung auf dem Server</translation>
    </message>
    <message>
      <source>Waiting for its turn</source>
      <translation>Wartet, bis sie an der Reihe ist</translation>
    </message>
    <message>
      <source>Waiting for its turn on the server</source>
      <translation>Wartet auf dem Server</translation>
    </message>
    <message>
      <source>Waiting for the connection</source>
      <translation>Wartet auf die Verbindung</translation>
    </message>
    <message>
      <source>Watching for the finished backup</source>
      <translation>Warten auf die fertige Sicherung</translation>
    </message>
    <message>
      <source>Writing</source>
      <translation>Wird geschrieben</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} von {total}</translation>
    </message>
  </context>
  <context>
    <name>_FolderCard</name>
    <message>
      <source>1 old copy ({size}) is still in {folder}.</source>
      <translation>1 alte Kopie ({size}) liegt noch in {folder}.</translation>
    </message>
    <message>
      <source>Archive folder {name}</source>
      <translation>Archivordner {name}</translation>
    </message>
    <message>
      <source>As many copies are kept as fit.</source>
      <translation>Es werden so viele Kopien behalten, wie passen.</translation>
    </message>
    <message>
      <source>Copies are kept by rules.</source>
      <translation>Kopien werden nach Regeln behalten.</translation>
    </message>
    <message>
      <source>Copy all to…</source>
      <translation>Alle kopieren nach…</translation>
    </message>
    <message>
      <source>Forget</source>
      <translation>Vergessen</translation>
    </message>
    <message>
      <source>In use for new copies</source>
      <translation>Hierher kommen neue Kopien</translation>
    </message>
    <message>
      <source>Move…</source>
      <translation>Verschieben…</translation>
    </message>
    <message>
      <source>No copies yet</source>
      <translation>Noch keine Kopien</translation>
    </message>
    <message>
      <source>Not connected · last seen {age}</source>
      <translation>Nicht angeschlossen · zuletzt gesehen {age}</translation>
    </message>
    <message>
      <source>One copy</source>
      <translation>Eine Kopie</translation>
    </message>
    <message>
      <source>Remove them…</source>
      <translation>Entfernen…</translation>
    </message>
    <message>
      <source>Use for new copies</source>
      <translation>Für neue Kopien verwenden</translation>
    </message>
    <message>
      <source>What is kept…</source>
      <translation>Was behalten wird…</translation>
    </message>
    <message>
      <source>newest good one {age}</source>
      <translation>neueste gute {age}</translation>
    </message>
    <message>
      <source>{count} copies</source>
      <translation>{count} Kopien</translation>
    </message>
    <message>
      <source>{count} old copies ({size}) are still in {folder}.</source>
      <translation>{count} alte Kopien ({size}) liegen noch in {folder}.</translation>
    </message>
    <message>
      <source>{size} free</source>
      <translation>{size} frei</translation>
    </message>
  </context>
  <context>
    <name>_HourLine</name>
    <message>
      <source>From</source>
      <translation>Ab</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Remove these hours</source>
      <translation>Diese Zeiten entfernen</translation>
    </message>
    <message>
      <source>Speed limit at these hours</source>
      <translation>Tempolimit zu diesen Zeiten</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>Bis</translation>
    </message>
    <message>
      <source>until</source>
      <translation>bis</translation>
    </message>
  </context>
  <context>
    <name>_ServerCard</name>
    <message>
      <source>Backup engine</source>
      <translation>Backup-Engine</translation>
    </message>
    <message>
      <source>Connection…</source>
      <translation>Verbindung…</translation>
    </message>
    <message>
      <source>Forget…</source>
      <translation>Vergessen…</translation>
    </message>
    <message>
      <source>In use</source>
      <translation>In Gebrauch</translation>
    </message>
    <message>
      <source>Kuroibara alone</source>
      <translation>Kuroibara allein</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Umbenennen…</translation>
    </message>
    <message>
      <source>Server {name}</source>
      <translation>Server {name}</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Anmelden</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Abmelden</translation>
    </message>
    <message>
      <source>Use this server</source>
      <translation>Diesen Server verwenden</translation>
    </message>
    <message>
      <source>connected by an invitation</source>
      <translation>durch eine Einladung verbunden</translation>
    </message>
    <message>
      <source>signed in as {user}</source>
      <translation>angemeldet als {user}</translation>
    </message>
    <message>
      <source>signed out</source>
      <translation>abgemeldet</translation>
    </message>
    <message>
      <source>the keyring does not say whether you are signed in</source>
      <translation>der Schlüsselbund sagt nicht, ob Sie angemeldet sind</translation>
    </message>
    <message>
      <source>with the certificate you agreed to</source>
      <translation>mit dem Zertifikat, dem Sie zugestimmt haben</translation>
    </message>
  </context>
  <context>
    <name>formatting</name>
    <message>
      <source>1 day ago</source>
      <translation>vor 1 Tag</translation>
    </message>
    <message>
      <source>1 hour ago</source>
      <translation>vor 1 Stunde</translation>
    </message>
    <message>
      <source>1 minute ago</source>
      <translation>vor 1 Minute</translation>
    </message>
    <message>
      <source>1 month ago</source>
      <translation>vor 1 Monat</translation>
    </message>
    <message>
      <source>1 year ago</source>
      <translation>vor 1 Jahr</translation>
    </message>
    <message>
      <source>MMM</source>
      <translation>MMM</translation>
    </message>
    <message>
      <source>MMM yyyy</source>
      <translation>MMM yyyy</translation>
    </message>
    <message>
      <source>byte</source>
      <translation>Byte</translation>
    </message>
    <message>
      <source>bytes</source>
      <translation>Byte</translation>
    </message>
    <message>
      <source>d MMM</source>
      <translation>d. MMM</translation>
    </message>
    <message>
      <source>d MMM yyyy</source>
      <translation>d. MMM yyyy</translation>
    </message>
    <message>
      <source>ddd d MMM</source>
      <translation>ddd d. MMM</translation>
    </message>
    <message>
      <source>in the future</source>
      <translation>in der Zukunft</translation>
    </message>
    <message>
      <source>just now</source>
      <translation>gerade eben</translation>
    </message>
    <message>
      <source>yyyy-MM-dd HH:mm</source>
      <translation>dd.MM.yyyy HH:mm</translation>
    </message>
    <message>
      <source>{duration} left</source>
      <translation>noch {duration}</translation>
    </message>
    <message>
      <source>{n} d</source>
      <translation>{n} T.</translation>
    </message>
    <message>
      <source>{n} days ago</source>
      <translation>vor {n} Tagen</translation>
    </message>
    <message>
      <source>{n} h</source>
      <translation>{n} Std.</translation>
    </message>
    <message>
      <source>{n} hours ago</source>
      <translation>vor {n} Stunden</translation>
    </message>
    <message>
      <source>{n} min</source>
      <translation>{n} Min.</translation>
    </message>
    <message>
      <source>{n} minutes ago</source>
      <translation>vor {n} Minuten</translation>
    </message>
    <message>
      <source>{n} months ago</source>
      <translation>vor {n} Monaten</translation>
    </message>
    <message>
      <source>{n} s</source>
      <translation>{n} Sek.</translation>
    </message>
    <message>
      <source>{n} years ago</source>
      <translation>vor {n} Jahren</translation>
    </message>
  </context>
  <context>
    <name>picking</name>
    <message>
      <source>All files (*)</source>
      <translation>Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Backups (*.tar.gz)</source>
      <translation>Sicherungen (*.tar.gz)</translation>
    </message>
  </context>
  <context>
    <name>said</name>
    <message>
      <source>A code is needed</source>
      <translation>Ein Code ist nötig</translation>
    </message>
    <message>
      <source>A device may not do this.</source>
      <translation>Ein Gerät darf das nicht.</translation>
    </message>
    <message>
      <source>A gateway before {host} asks for a sign-in of its own.</source>
      <translation>Ein Gateway vor {host} verlangt eine eigene Anmeldung.</translation>
    </message>
    <message>
      <source>A proxy before the server</source>
      <translation>Ein Proxy vor dem Server</translation>
    </message>
    <message>
      <source>A web page came from {host} instead of the backup's bytes.</source>
      <translation>Statt der Bytes der Sicherung kam eine Webseite von {host}.</translation>
    </message>
    <message>
      <source>Add it again, then go on.</source>
      <translation>Fügen Sie ihn wieder hinzu, und machen Sie dann weiter.</translation>
    </message>
    <message>
      <source>Add it again.</source>
      <translation>Fügen Sie ihn wieder hinzu.</translation>
    </message>
    <message>
      <source>All {count} files of the library were read, and the SHA-256 of each compared ({size} bytes).</source>
      <translation>Alle {count} Dateien der Bibliothek wurden gelesen, und der SHA-256 jeder wurde verglichen ({size} Bytes).</translation>
    </message>
    <message>
      <source>All {count} files were read ({size} bytes).</source>
      <translation>Alle {count} Dateien wurden gelesen ({size} Bytes).</translation>
    </message>
    <message>
      <source>Another archive than before is at {folder} now.</source>
      <translation>Unter {folder} ist jetzt ein anderes Archiv als zuvor.</translation>
    </message>
    <message>
      <source>Another program of ours is renewing the sign-in.</source>
      <translation>Ein anderes unserer Programme erneuert gerade die Anmeldung.</translation>
    </message>
    <message>
      <source>Another program of ours is writing {path}.</source>
      <translation>Ein anderes unserer Programme schreibt gerade {path}.</translation>
    </message>
    <message>
      <source>Another window or command is at work on the transfers.</source>
      <translation>Ein anderes Fenster oder der Befehl arbeitet an den Übertragungen.</translation>
    </message>
    <message>
      <source>Another window or command is at work on {filename}.</source>
      <translation>Ein anderes Fenster oder der Befehl arbeitet an {filename}.</translation>
    </message>
    <message>
      <source>Another window or command is changing the list.</source>
      <translation>Ein anderes Fenster oder der Befehl ändert gerade die Liste.</translation>
    </message>
    <message>
      <source>Ask an administrator of Kuroibara to activate the account.</source>
      <translation>Bitten Sie einen Administrator von Kuroibara, das Konto zu aktivieren.</translation>
    </message>
    <message>
      <source>Ask an administrator of the server to switch the account on.</source>
      <translation>Bitten Sie einen Administrator des Servers, das Konto einzuschalten.</translation>
    </message>
    <message>
      <source>Ask for a new invitation; it holds for 15 minutes, and once.</source>
      <translation>Bitten Sie um eine neue Einladung; sie gilt 15 Minuten, und einmal.</translation>
    </message>
    <message>
      <source>Ask its owner for the right to read it.</source>
      <translation>Bitten Sie den Besitzer um das Recht, sie zu lesen.</translation>
    </message>
    <message>
      <source>Ask whoever runs the server for a valid certificate, or install its own authority in this computer's list of trusted certificates.</source>
      <translation>Bitten Sie den Betreiber des Servers um ein gültiges Zertifikat, oder nehmen Sie dessen Stelle in die Liste der vertrauten Zertifikate dieses Computers auf.</translation>
    </message>
    <message>
      <source>Ask whoever runs the server for the SHA-256 fingerprint of its certificate, and go on only if it is this one.</source>
      <translation>Fragen Sie den Betreiber des Servers nach dem SHA-256-Fingerabdruck seines Zertifikats, und fahren Sie nur fort, wenn es dieser ist.</translation>
    </message>
    <message>
      <source>Ask whoever runs the server to allow it with `kuroibara-backup admin grant` and your user name.</source>
      <translation>Bitten Sie den Betreiber des Servers, es mit `kuroibara-backup admin grant` und Ihrem Benutzernamen zu erlauben.</translation>
    </message>
    <message>
      <source>At line {line} something follows a COPY statement on its line.</source>
      <translation>In Zeile {line} folgt etwas auf eine COPY-Anweisung.</translation>
    </message>
    <message>
      <source>Begin again with the same file.</source>
      <translation>Beginnen Sie mit derselben Datei von vorn.</translation>
    </message>
    <message>
      <source>Begin it again.</source>
      <translation>Beginnen Sie von vorn.</translation>
    </message>
    <message>
      <source>Begin it again; an upload is kept for 7 days after its last piece.</source>
      <translation>Beginnen Sie von vorn; Hochgeladenes wird nach dem letzten Stück 7 Tage aufgehoben.</translation>
    </message>
    <message>
      <source>Both are kept: the damaged copy, and what the server has now.</source>
      <translation>Beide bleiben erhalten: die beschädigte Kopie und was der Server jetzt hat.</translation>
    </message>
    <message>
      <source>Check both, capitals included.</source>
      <translation>Prüfen Sie beides, auch Großbuchstaben.</translation>
    </message>
    <message>
      <source>Check its path and owner, or remove it and sign in anew.</source>
      <translation>Prüfen Sie Pfad und Besitzer, oder entfernen Sie sie und melden Sie sich neu an.</translation>
    </message>
    <message>
      <source>Check its path and owner.</source>
      <translation>Prüfen Sie Pfad und Besitzer.</translation>
    </message>
    <message>
      <source>Check that the file, and the drive that it is on, are there.</source>
      <translation>Prüfen Sie, ob die Datei und das Laufwerk, auf dem sie liegt, da sind.</translation>
    </message>
    <message>
      <source>Check that the server is running and that this computer is online, then try again.</source>
      <translation>Prüfen Sie, ob der Server läuft und dieser Computer online ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Check that you may read the file, and that its drive is there.</source>
      <translation>Prüfen Sie, ob Sie die Datei lesen dürfen und ihr Laufwerk da ist.</translation>
    </message>
    <message>
      <source>Check the address: it is the one you open Kuroibara with in the browser, or the backup engine's own.</source>
      <translation>Prüfen Sie die Adresse: es ist die, mit der Sie Kuroibara im Browser öffnen, oder die der Backup-Engine.</translation>
    </message>
    <message>
      <source>Check the drive and the rights of that folder, then choose again.</source>
      <translation>Prüfen Sie das Laufwerk und die Rechte dieses Ordners, und wählen Sie dann noch einmal.</translation>
    </message>
    <message>
      <source>Check the drive it is on; if the file is damaged, move it away: it is begun anew, and no backup is lost.</source>
      <translation>Prüfen Sie das Laufwerk, auf dem sie liegt; ist die Datei beschädigt, legen Sie sie beiseite: sie wird neu begonnen, und keine Sicherung geht verloren.</translation>
    </message>
    <message>
      <source>Check the drive it is on; if the file is damaged, move it away: it is made anew from the archive folder.</source>
      <translation>Prüfen Sie das Laufwerk, auf dem sie liegt; ist die Datei beschädigt, legen Sie sie beiseite: sie wird aus dem Archivordner neu erstellt.</translation>
    </message>
    <message>
      <source>Check the name and the folder.</source>
      <translation>Prüfen Sie Name und Ordner.</translation>
    </message>
    <message>
      <source>Check the name, capitals included; an e-mail address will do, too.</source>
      <translation>Prüfen Sie den Namen, auch Großbuchstaben; eine E-Mail-Adresse geht auch.</translation>
    </message>
    <message>
      <source>Check the proxy that is set for {host}, or that of this computer.</source>
      <translation>Prüfen Sie den Proxy, der für {host} eingestellt ist, oder den dieses Computers.</translation>
    </message>
    <message>
      <source>Check the rights of {folder}, and that the drive is not write-protected.</source>
      <translation>Prüfen Sie die Rechte von {folder}, und ob das Laufwerk schreibgeschützt ist.</translation>
    </message>
    <message>
      <source>Check the user name and the password; capital letters matter.</source>
      <translation>Prüfen Sie Benutzername und Passwort; Großbuchstaben zählen.</translation>
    </message>
    <message>
      <source>Choose a .tar.gz file that a Kuroibara server made.</source>
      <translation>Wählen Sie eine .tar.gz-Datei, die ein Kuroibara-Server erstellt hat.</translation>
    </message>
    <message>
      <source>Choose a backup that a Kuroibara server made.</source>
      <translation>Wählen Sie eine Sicherung, die ein Kuroibara-Server erstellt hat.</translation>
    </message>
    <message>
      <source>Choose a drive with exFAT, NTFS, APFS or ext4.</source>
      <translation>Wählen Sie ein Laufwerk mit exFAT, NTFS, APFS oder ext4.</translation>
    </message>
    <message>
      <source>Choose a file in a folder that you may write to.</source>
      <translation>Wählen Sie eine Datei in einem Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
      <source>Choose a folder on another drive.</source>
      <translation>Wählen Sie einen Ordner auf einem anderen Laufwerk.</translation>
    </message>
    <message>
      <source>Choose a full backup.</source>
      <translation>Wählen Sie eine vollständige Sicherung.</translation>
    </message>
    <message>
      <source>Choose an empty folder, or one that is yet to be made.</source>
      <translation>Wählen Sie einen leeren Ordner, oder einen, den es noch nicht gibt.</translation>
    </message>
    <message>
      <source>Choose an empty folder.</source>
      <translation>Wählen Sie einen leeren Ordner.</translation>
    </message>
    <message>
      <source>Choose another backup.</source>
      <translation>Wählen Sie eine andere Sicherung.</translation>
    </message>
    <message>
      <source>Choose another copy of this backup, or another backup.</source>
      <translation>Wählen Sie eine andere Kopie dieser Sicherung, oder eine andere Sicherung.</translation>
    </message>
    <message>
      <source>Choose another drive: nothing is given up.</source>
      <translation>Ein anderes Laufwerk wählen: nichts wird aufgegeben.</translation>
    </message>
    <message>
      <source>Choose another folder, best on another drive than the server's.</source>
      <translation>Wählen Sie einen anderen Ordner, am besten auf einem anderen Laufwerk als dem des Servers.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>Choose one that exists.</source>
      <translation>Wählen Sie einen, den es gibt.</translation>
    </message>
    <message>
      <source>Choose the archive folder again in the settings.</source>
      <translation>Wählen Sie den Archivordner in den Einstellungen noch einmal.</translation>
    </message>
    <message>
      <source>Choose the folder for copies.</source>
      <translation>Wählen Sie den Ordner für Kopien.</translation>
    </message>
    <message>
      <source>Choose the folder that holds the servers' folders; single files are taken in with `kuroibara-desktop import`.</source>
      <translation>Wählen Sie den Ordner, in dem die Ordner der Server liegen; einzelne Dateien nimmt `kuroibara-desktop import` auf.</translation>
    </message>
    <message>
      <source>Complete or remove other uploads, or raise BACKUP_UPLOAD_MAX_BYTES.</source>
      <translation>Schließen Sie andere Uploads ab, entfernen Sie sie, oder erhöhen Sie BACKUP_UPLOAD_MAX_BYTES.</translation>
    </message>
    <message>
      <source>Connect the drive that holds your offsite archive, or choose another folder. Nothing was written.</source>
      <translation>Schließen Sie das Laufwerk mit Ihrem externen Archiv an, oder wählen Sie einen anderen Ordner. Nichts wurde geschrieben.</translation>
    </message>
    <message>
      <source>Connect the other drive, or add this archive to your list (`kuroibara-desktop vault add`).</source>
      <translation>Schließen Sie das andere Laufwerk an, oder fügen Sie dieses Archiv Ihrer Liste hinzu (`kuroibara-desktop vault add`).</translation>
    </message>
    <message>
      <source>Copy a newer backup first.</source>
      <translation>Kopieren Sie zuerst eine neuere Sicherung.</translation>
    </message>
    <message>
      <source>Copy another backup, or create a new one.</source>
      <translation>Kopieren Sie eine andere Sicherung, oder erstellen Sie eine neue.</translation>
    </message>
    <message>
      <source>Copy another backup.</source>
      <translation>Kopieren Sie eine andere Sicherung.</translation>
    </message>
    <message>
      <source>Copy database-only backups until there is room: the library's files here stay as old as the last full copy.</source>
      <translation>Nur-Datenbank-Sicherungen kopieren, bis Platz ist: die Dateien der Bibliothek hier bleiben so alt wie die letzte vollständige Kopie.</translation>
    </message>
    <message>
      <source>Copy it again from whoever gave it to you.</source>
      <translation>Kopieren Sie sie noch einmal von dort, woher Sie sie haben.</translation>
    </message>
    <message>
      <source>Copy the backup again; the damaged bytes were not put into the archive.</source>
      <translation>Kopieren Sie die Sicherung noch einmal; die beschädigten Bytes kamen nicht ins Archiv.</translation>
    </message>
    <message>
      <source>Copy the backup here first: then they are read on this computer. A newer Kuroibara Backup on the server tells them itself.</source>
      <translation>Kopieren Sie die Sicherung zuerst hierher: dann werden sie auf diesem Computer gelesen. Ein neueres Kuroibara Backup auf dem Server nennt sie selbst.</translation>
    </message>
    <message>
      <source>Correct the file, or remove it and set the app up anew; no backup is lost.</source>
      <translation>Berichtigen Sie die Datei, oder entfernen Sie sie und richten Sie die App neu ein; keine Sicherung geht verloren.</translation>
    </message>
    <message>
      <source>Decrypt it with age first.</source>
      <translation>Entschlüsseln Sie sie zuerst mit age.</translation>
    </message>
    <message>
      <source>Do not count on this backup: make a new one, and try that.</source>
      <translation>Zählen Sie nicht auf diese Sicherung: erstellen Sie eine neue, und erproben Sie die.</translation>
    </message>
    <message>
      <source>Do not use this file: no backup made by Kuroibara holds such an entry.</source>
      <translation>Verwenden Sie diese Datei nicht: keine von Kuroibara erstellte Sicherung enthält so einen Eintrag.</translation>
    </message>
    <message>
      <source>Each code counts once: wait for the next one.</source>
      <translation>Jeder Code zählt einmal: warten Sie auf den nächsten.</translation>
    </message>
    <message>
      <source>Each table has as many rows as when the backup was made.</source>
      <translation>Jede Tabelle hat so viele Zeilen wie beim Erstellen der Sicherung.</translation>
    </message>
    <message>
      <source>Enter its address first.</source>
      <translation>Geben Sie zuerst seine Adresse ein.</translation>
    </message>
    <message>
      <source>Enter the six digits that your authenticator app shows.</source>
      <translation>Geben Sie die sechs Ziffern ein, die Ihre Authenticator-App zeigt.</translation>
    </message>
    <message>
      <source>Every byte of the file was read.</source>
      <translation>Jedes Byte der Datei wurde gelesen.</translation>
    </message>
    <message>
      <source>Everything behind byte {offset}: it cannot be read.</source>
      <translation>Alles nach Byte {offset}: es lässt sich nicht lesen.</translation>
    </message>
    <message>
      <source>Everything behind the metadata: a quick look does not read it.</source>
      <translation>Alles nach den Metadaten: ein schneller Blick liest es nicht.</translation>
    </message>
    <message>
      <source>FAT32 ends at 4 GiB: choose a drive with exFAT, NTFS, APFS or ext4.</source>
      <translation>FAT32 endet bei 4 GiB: wählen Sie ein Laufwerk mit exFAT, NTFS, APFS oder ext4.</translation>
    </message>
    <message>
      <source>Files cannot be sealed on this computer: the library `cryptography` is missing.</source>
      <translation>Dateien lassen sich auf diesem Computer nicht versiegeln: die Bibliothek `cryptography` fehlt.</translation>
    </message>
    <message>
      <source>Free some space on the server's backup disk, or make a database-only backup.</source>
      <translation>Schaffen Sie Platz auf der Sicherungsplatte des Servers, oder erstellen Sie eine Nur-Datenbank-Sicherung.</translation>
    </message>
    <message>
      <source>Free some space on the server's backup disk.</source>
      <translation>Schaffen Sie Platz auf der Sicherungsplatte des Servers.</translation>
    </message>
    <message>
      <source>Free some space on the server, or remove an old backup there.</source>
      <translation>Schaffen Sie Platz auf dem Server, oder entfernen Sie dort eine alte Sicherung.</translation>
    </message>
    <message>
      <source>Free some space or choose another folder.</source>
      <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>Free some space there, or restore chosen manga only.</source>
      <translation>Schaffen Sie dort Platz, oder stellen Sie nur gewählte Manga wieder her.</translation>
    </message>
    <message>
      <source>Give at least one scope: list, create, download.</source>
      <translation>Geben Sie mindestens ein Recht an: list, create, download.</translation>
    </message>
    <message>
      <source>Give one file: a .tar.gz that a Kuroibara server made.</source>
      <translation>Geben Sie eine Datei an: eine .tar.gz, die ein Kuroibara-Server erstellt hat.</translation>
    </message>
    <message>
      <source>Give the backup file in it. A whole archive folder is chosen in the settings.</source>
      <translation>Geben Sie die Sicherungsdatei darin an. Ein ganzer Archivordner wird in den Einstellungen gewählt.</translation>
    </message>
    <message>
      <source>Go on at byte {received}.</source>
      <translation>Machen Sie bei Byte {received} weiter.</translation>
    </message>
    <message>
      <source>If the file is trusted, raise the limit named above.</source>
      <translation>Trauen Sie der Datei, dann erhöhen Sie die oben genannte Grenze.</translation>
    </message>
    <message>
      <source>If this network has a sign-in page, open a browser and sign in to it; otherwise check the proxy between here and the server. What was copied so far is kept.</source>
      <translation>Hat dieses Netz eine Anmeldeseite, öffnen Sie einen Browser und melden Sie sich dort an; sonst prüfen Sie den Proxy zwischen hier und dem Server. Was schon kopiert ist, bleibt erhalten.</translation>
    </message>
    <message>
      <source>If this network has a sign-in page, sign in to it; else use that address instead.</source>
      <translation>Hat dieses Netz eine Anmeldeseite, melden Sie sich dort an; sonst verwenden Sie jene Adresse.</translation>
    </message>
    <message>
      <source>If whoever runs the server gave you headers for it, add them under “Advanced” (or with --header-file). If it is this network that asks, sign in to it first.</source>
      <translation>Gab Ihnen der Betreiber des Servers Kopfzeilen dafür, fügen Sie sie unter „Erweitert“ hinzu (oder mit --header-file). Fragt dieses Netz danach, melden Sie sich zuerst dort an.</translation>
    </message>
    <message>
      <source>Imported files</source>
      <translation>Aufgenommene Dateien</translation>
    </message>
    <message>
      <source>It has 64 digits and letters from A to F, mostly in pairs: AB:CD:…</source>
      <translation>Er hat 64 Ziffern und Buchstaben von A bis F, meist in Paaren: AB:CD:…</translation>
    </message>
    <message>
      <source>It may have been used: look at the list of devices.</source>
      <translation>Vielleicht wurde sie benutzt: sehen Sie in die Liste der Geräte.</translation>
    </message>
    <message>
      <source>Its ticket could not be kept: {sentence}</source>
      <translation>Das Ticket konnte nicht aufbewahrt werden: {sentence}</translation>
    </message>
    <message>
      <source>Kuroibara says nothing: looking whether it still answers.</source>
      <translation>Kuroibara sagt nichts: es wird nachgesehen, ob es noch antwortet.</translation>
    </message>
    <message>
      <source>Kuroibara took the backup and has not answered since: as it seems, its restore hangs. Whoever runs the server must restart it and its database.</source>
      <translation>Kuroibara nahm die Sicherung und hat seither nicht geantwortet: offenbar hängt seine Wiederherstellung. Der Betreiber des Servers muss es und seine Datenbank neu starten.</translation>
    </message>
    <message>
      <source>Kuroibara took the backup and still answers. It does not say what became of it: look whether the library is what the backup held.</source>
      <translation>Kuroibara nahm die Sicherung und antwortet noch. Was daraus wurde, sagt es nicht: sehen Sie nach, ob die Bibliothek so ist wie in der Sicherung.</translation>
    </message>
    <message>
      <source>Kuroibara without the engine does not say why: its log does.</source>
      <translation>Kuroibara ohne die Engine sagt nicht, warum: sein Protokoll tut es.</translation>
    </message>
    <message>
      <source>Leave some out.</source>
      <translation>Lassen Sie einige weg.</translation>
    </message>
    <message>
      <source>Leave that line out.</source>
      <translation>Lassen Sie diese Zeile weg.</translation>
    </message>
    <message>
      <source>Leave the landing out, or free some space.</source>
      <translation>Lassen Sie das Ablegen auf der Platte weg, oder schaffen Sie Platz.</translation>
    </message>
    <message>
      <source>Line {number} is not a header.</source>
      <translation>Zeile {number} ist keine Kopfzeile.</translation>
    </message>
    <message>
      <source>Look again.</source>
      <translation>Sehen Sie noch einmal nach.</translation>
    </message>
    <message>
      <source>Look at the engine's log, then try again.</source>
      <translation>Sehen Sie im Protokoll der Engine nach, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>Look at the library's drive, then try again.</source>
      <translation>Sehen Sie nach dem Laufwerk der Bibliothek, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>Look at the list of restores. A plan that nobody confirms is forgotten after a day: make a new one then.</source>
      <translation>Sehen Sie in die Liste der Wiederherstellungen. Ein Plan, den niemand bestätigt, wird nach einem Tag vergessen: machen Sie dann einen neuen.</translation>
    </message>
    <message>
      <source>Look at the server's log, then try again.</source>
      <translation>Sehen Sie im Protokoll des Servers nach, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>Make a new plan, and look at it again.</source>
      <translation>Erstellen Sie einen neuen Plan, und sehen Sie ihn noch einmal an.</translation>
    </message>
    <message>
      <source>Make a new plan.</source>
      <translation>Erstellen Sie einen neuen Plan.</translation>
    </message>
    <message>
      <source>Make one with the scope {value}.</source>
      <translation>Erstellen Sie eines mit dem Recht {value}.</translation>
    </message>
    <message>
      <source>More statements follow the line that says that the dump is complete.</source>
      <translation>Nach der Zeile, die den Dump für vollständig erklärt, folgen weitere Anweisungen.</translation>
    </message>
    <message>
      <source>Name it after the computer that will use it.</source>
      <translation>Nennen Sie es nach dem Computer, der es benutzen wird.</translation>
    </message>
    <message>
      <source>Name the ids of one or more manga, and nothing else.</source>
      <translation>Nennen Sie die Kennungen eines oder mehrerer Manga, und sonst nichts.</translation>
    </message>
    <message>
      <source>No Kuroibara server was found there</source>
      <translation>Dort wurde kein Kuroibara-Server gefunden</translation>
    </message>
    <message>
      <source>No archive folder was chosen yet.</source>
      <translation>Noch wurde kein Archivordner gewählt.</translation>
    </message>
    <message>
      <source>No backup was made: its name {against}.</source>
      <translation>Es wurde keine Sicherung erstellt: ihr Name {against}.</translation>
    </message>
    <message>
      <source>No backup was made: there is one called {name}, and Kuroibara would overwrite it.</source>
      <translation>Es wurde keine Sicherung erstellt: es gibt eine namens {name}, und Kuroibara würde sie überschreiben.</translation>
    </message>
    <message>
      <source>No device was made: this code is wrong, was used before, or has run out.</source>
      <translation>Es wurde kein Gerät angelegt: dieser Code ist falsch, schon benutzt oder abgelaufen.</translation>
    </message>
    <message>
      <source>No keyring answers on this computer.</source>
      <translation>Auf diesem Computer antwortet kein Schlüsselbund.</translation>
    </message>
    <message>
      <source>No new backup appeared on the server.</source>
      <translation>Auf dem Server erschien keine neue Sicherung.</translation>
    </message>
    <message>
      <source>No safety copy is made: what is in the database now is gone for good when the {backup_rollback_hours} hours for a rollback are over.</source>
      <translation>Es wird keine Sicherheitskopie angelegt: was jetzt in der Datenbank ist, ist für immer weg, wenn die {backup_rollback_hours} Stunden für eine Rückkehr um sind.</translation>
    </message>
    <message>
      <source>No server was chosen yet.</source>
      <translation>Noch wurde kein Server gewählt.</translation>
    </message>
    <message>
      <source>Nobody in the backup is an administrator: run `kuroibara-backup admin grant USER` afterwards.</source>
      <translation>Niemand in der Sicherung ist Administrator: führen Sie danach `kuroibara-backup admin grant USER` aus.</translation>
    </message>
    <message>
      <source>Nobody may make or fetch backups yet: there is no administrator.</source>
      <translation>Noch darf niemand Sicherungen erstellen oder holen: es gibt keinen Administrator.</translation>
    </message>
    <message>
      <source>Nobody vouches for the server's certificate</source>
      <translation>Niemand bürgt für das Zertifikat des Servers</translation>
    </message>
    <message>
      <source>Not proved: {sentence}</source>
      <translation>Nicht bewiesen: {sentence}</translation>
    </message>
    <message>
      <source>Nothing answers at the proxy {proxy}.</source>
      <translation>Am Proxy {proxy} antwortet nichts.</translation>
    </message>
    <message>
      <source>Nothing answers at {host}.</source>
      <translation>Unter {host} antwortet nichts.</translation>
    </message>
    <message>
      <source>Nothing goes.</source>
      <translation>Nichts geht.</translation>
    </message>
    <message>
      <source>Nothing more was sent: {who} refuses even pieces of {size}.</source>
      <translation>Mehr wurde nicht gesendet: {who} lehnt selbst Stücke von {size} ab.</translation>
    </message>
    <message>
      <source>Nothing was begun: what was typed is not the server's name.</source>
      <translation>Nichts wurde begonnen: das Eingegebene ist nicht der Name des Servers.</translation>
    </message>
    <message>
      <source>Nothing was changed: Kuroibara has no user {name}.</source>
      <translation>Nichts wurde geändert: Kuroibara kennt keinen Nutzer {name}.</translation>
    </message>
    <message>
      <source>Nothing was changed: this backup is Kuroibara's own and is never removed.</source>
      <translation>Nichts wurde geändert: diese Sicherung gehört Kuroibara selbst und wird nie entfernt.</translation>
    </message>
    <message>
      <source>Nothing was changed: {name} is the name or address of {count} users.</source>
      <translation>Nichts wurde geändert: {name} ist Name oder Adresse von {count} Nutzern.</translation>
    </message>
    <message>
      <source>Nothing was copied: the other place lies inside the archive itself.</source>
      <translation>Nichts wurde kopiert: der andere Ort liegt im Archiv selbst.</translation>
    </message>
    <message>
      <source>Nothing was copied: there is no folder {target}.</source>
      <translation>Nichts wurde kopiert: es gibt keinen Ordner {target}.</translation>
    </message>
    <message>
      <source>Nothing was done: what was dropped is no file of this computer.</source>
      <translation>Nichts geschah: das Abgelegte ist keine Datei dieses Computers.</translation>
    </message>
    <message>
      <source>Nothing was done: {count} files were dropped, and one at a time is dealt with.</source>
      <translation>Nichts geschah: {count} Dateien wurden abgelegt, und es geht nur eine nach der anderen.</translation>
    </message>
    <message>
      <source>Nothing was done: {one_line} cannot be read: {strerror}.</source>
      <translation>Nichts geschah: {one_line} lässt sich nicht lesen: {strerror}.</translation>
    </message>
    <message>
      <source>Nothing was done: {one_line} is a folder.</source>
      <translation>Nichts geschah: {one_line} ist ein Ordner.</translation>
    </message>
    <message>
      <source>Nothing was done: {one_line} is no file.</source>
      <translation>Nichts geschah: {one_line} ist keine Datei.</translation>
    </message>
    <message>
      <source>Nothing was done: {one_line} is not a backup of Kuroibara.</source>
      <translation>Nichts geschah: {one_line} ist keine Sicherung von Kuroibara.</translation>
    </message>
    <message>
      <source>Nothing was removed: {old} is not where this archive was before.</source>
      <translation>Nichts wurde entfernt: in {old} lag dieses Archiv zuvor nicht.</translation>
    </message>
    <message>
      <source>Nothing was rolled back: another restore ran after that one.</source>
      <translation>Nichts wurde zurückgesetzt: danach lief eine andere Wiederherstellung.</translation>
    </message>
    <message>
      <source>Nothing was rolled back: that restore changed nothing, or what was there before it is no longer kept.</source>
      <translation>Nichts wurde zurückgesetzt: jene Wiederherstellung änderte nichts, oder der vorige Stand ist nicht mehr aufgehoben.</translation>
    </message>
    <message>
      <source>Nothing was rolled back: there is no restore to return from.</source>
      <translation>Nichts wurde zurückgesetzt: es gibt keine Wiederherstellung, von der zurückzukehren wäre.</translation>
    </message>
    <message>
      <source>Nothing was sent: this backup is not on this computer.</source>
      <translation>Es wurde nichts gesendet: diese Sicherung ist nicht auf diesem Computer.</translation>
    </message>
    <message>
      <source>Nothing was sent: {host} shows the certificate {in_pairs}, but agreed on was {in_pairs2}.</source>
      <translation>Nichts wurde gesendet: {host} zeigt das Zertifikat {in_pairs}, vereinbart war aber {in_pairs2}.</translation>
    </message>
    <message>
      <source>Nothing was sent: {name} was made by the backup engine, and Kuroibara alone would put its tables into the wrong database and report success.</source>
      <translation>Nichts wurde gesendet: {name} stammt von der Backup-Engine, und Kuroibara allein legte ihre Tabellen in die falsche Datenbank und meldete Erfolg.</translation>
    </message>
    <message>
      <source>Nothing was taken in: the upload goes on at another byte.</source>
      <translation>Nichts wurde aufgenommen: der Upload geht bei einem anderen Byte weiter.</translation>
    </message>
    <message>
      <source>Nothing was taken out of {path}: it claims {size} bytes, more than the {file} allowed for one file (limit `file`).</source>
      <translation>Von {path} wurde nichts herausgeholt: sie will {size} Bytes haben, mehr als die {file}, die einer Datei erlaubt sind (Grenze `file`).</translation>
    </message>
    <message>
      <source>Older backups were not looked through: {sentence}</source>
      <translation>Ältere Sicherungen wurden nicht durchgesehen: {sentence}</translation>
    </message>
    <message>
      <source>Only the last restore can be rolled back.</source>
      <translation>Nur die letzte Wiederherstellung lässt sich zurücksetzen.</translation>
    </message>
    <message>
      <source>Only the wrong pieces are fetched again.</source>
      <translation>Nur die falschen Stücke werden noch einmal geholt.</translation>
    </message>
    <message>
      <source>Others may read the token file {path}.</source>
      <translation>Andere dürfen die Token-Datei {path} lesen.</translation>
    </message>
    <message>
      <source>Please sign in</source>
      <translation>Bitte melden Sie sich an</translation>
    </message>
    <message>
      <source>Proxies of the kind {scheme}:// cannot be used.</source>
      <translation>Proxys der Art {scheme}:// lassen sich nicht verwenden.</translation>
    </message>
    <message>
      <source>Put the backup engine beside the server and restore with it, recover by hand as HOW-TO-RESTORE.txt tells, or have the engine make a file for Kuroibara with `kuroibara-backup export --format1`.</source>
      <translation>Stellen Sie die Backup-Engine neben den Server und stellen Sie damit wieder her, oder von Hand, wie es HOW-TO-RESTORE.txt sagt, oder lassen Sie die Engine mit `kuroibara-backup export --format1` eine Datei für Kuroibara erstellen.</translation>
    </message>
    <message>
      <source>Put the folder itself there, or choose an archive folder on the other drive.</source>
      <translation>Legen Sie den Ordner selbst dorthin, oder wählen Sie einen Archivordner auf dem anderen Laufwerk.</translation>
    </message>
    <message>
      <source>Put the marker back from another copy, or choose an empty folder as archive; the backups in the old one stay usable by hand.</source>
      <translation>Legen Sie die Markierung aus einer anderen Kopie zurück, oder wählen Sie einen leeren Ordner als Archiv; die Sicherungen im alten bleiben von Hand nutzbar.</translation>
    </message>
    <message>
      <source>Read PostgreSQL's log, then try again.</source>
      <translation>Lesen Sie das Protokoll von PostgreSQL, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>Refresh the list and copy the backup that is there now.</source>
      <translation>Aktualisieren Sie die Liste, und kopieren Sie die Sicherung, die jetzt dort ist.</translation>
    </message>
    <message>
      <source>Refresh the list and look again.</source>
      <translation>Aktualisieren Sie die Liste, und sehen Sie noch einmal nach.</translation>
    </message>
    <message>
      <source>Refresh the list of backups.</source>
      <translation>Aktualisieren Sie die Liste der Sicherungen.</translation>
    </message>
    <message>
      <source>Refresh the list.</source>
      <translation>Aktualisieren Sie die Liste.</translation>
    </message>
    <message>
      <source>Reload the list of backups.</source>
      <translation>Laden Sie die Liste der Sicherungen neu.</translation>
    </message>
    <message>
      <source>Reload the list of devices.</source>
      <translation>Laden Sie die Liste der Geräte neu.</translation>
    </message>
    <message>
      <source>Rename the backup on the server; do not trust a server that sends such names.</source>
      <translation>Benennen Sie die Sicherung auf dem Server um; trauen Sie keinem Server, der solche Namen sendet.</translation>
    </message>
    <message>
      <source>Replace the old copy: until the new one is here, the server holds the only backup.</source>
      <translation>Die alte Kopie ersetzen: bis die neue hier ist, hat nur der Server eine Sicherung.</translation>
    </message>
    <message>
      <source>Restore a backup instead; safety copies are among them.</source>
      <translation>Stellen Sie stattdessen eine Sicherung wieder her; Sicherheitskopien sind darunter.</translation>
    </message>
    <message>
      <source>Roll it back instead.</source>
      <translation>Setzen Sie sie stattdessen zurück.</translation>
    </message>
    <message>
      <source>Row counts: the backup does not say how many rows each table must have.</source>
      <translation>Zeilenzahlen: die Sicherung sagt nicht, wie viele Zeilen jede Tabelle haben muss.</translation>
    </message>
    <message>
      <source>Run `{GRANT}` on the server.</source>
      <translation>Führen Sie `{GRANT}` auf dem Server aus.</translation>
    </message>
    <message>
      <source>Save it here first, then drop the file.</source>
      <translation>Speichern Sie sie zuerst hier, und legen Sie sie dann ab.</translation>
    </message>
    <message>
      <source>Say which: {join}.</source>
      <translation>Sagen Sie, welcher: {join}.</translation>
    </message>
    <message>
      <source>Set BACKUP_STATE_URL to a database of its own, or leave it out.</source>
      <translation>Setzen Sie BACKUP_STATE_URL auf eine eigene Datenbank, oder lassen Sie es weg.</translation>
    </message>
    <message>
      <source>Sign in again with `kuroibara-desktop login` and the same --token-file.</source>
      <translation>Melden Sie sich mit `kuroibara-desktop login` und demselben --token-file noch einmal an.</translation>
    </message>
    <message>
      <source>Sign in again with your user name and password.</source>
      <translation>Melden Sie sich mit Benutzername und Passwort noch einmal an.</translation>
    </message>
    <message>
      <source>Sign in again.</source>
      <translation>Melden Sie sich noch einmal an.</translation>
    </message>
    <message>
      <source>Sign in as an administrator, or have one run `{GRANT}` on the server.</source>
      <translation>Melden Sie sich als Administrator an, oder lassen Sie einen `{GRANT}` auf dem Server ausführen.</translation>
    </message>
    <message>
      <source>Sign in to it again.</source>
      <translation>Melden Sie sich dort noch einmal an.</translation>
    </message>
    <message>
      <source>Sign in with your password for it.</source>
      <translation>Melden Sie sich dafür mit Ihrem Passwort an.</translation>
    </message>
    <message>
      <source>Somebody may be between here and the server. Ask whoever runs it whether the certificate was renewed; if the new fingerprint is the right one, give it with `kuroibara-desktop login ADDRESS --fingerprint NEW`.</source>
      <translation>Vielleicht ist jemand zwischen hier und dem Server. Fragen Sie den Betreiber, ob das Zertifikat erneuert wurde; stimmt der neue Fingerabdruck, geben Sie ihn mit `kuroibara-desktop login ADDRESS --fingerprint NEW` an.</translation>
    </message>
    <message>
      <source>Something between here and {host} packs the backup's bytes anew.</source>
      <translation>Etwas zwischen hier und {host} packt die Bytes der Sicherung neu.</translation>
    </message>
    <message>
      <source>Something else answered in the server's place</source>
      <translation>Etwas anderes antwortete anstelle des Servers</translation>
    </message>
    <message>
      <source>Something is not set up yet</source>
      <translation>Etwas ist noch nicht eingerichtet</translation>
    </message>
    <message>
      <source>Something of the library was left out when it was backed up.</source>
      <translation>Beim Sichern wurde etwas von der Bibliothek ausgelassen.</translation>
    </message>
    <message>
      <source>Something went wrong</source>
      <translation>Etwas ging schief</translation>
    </message>
    <message>
      <source>Start it again if you want it.</source>
      <translation>Beginnen Sie sie neu, wenn Sie sie wollen.</translation>
    </message>
    <message>
      <source>Start it again.</source>
      <translation>Beginnen Sie sie noch einmal.</translation>
    </message>
    <message>
      <source>Start one.</source>
      <translation>Beginnen Sie eine.</translation>
    </message>
    <message>
      <source>Stay signed in for this session only, or, without a desktop, give a token with `--token-file` or the variable KUROIBARA_TOKEN.</source>
      <translation>Bleiben Sie nur für diese Sitzung angemeldet, oder geben Sie ohne Desktop ein Token mit `--token-file` oder der Variablen KUROIBARA_TOKEN an.</translation>
    </message>
    <message>
      <source>Switch off compression for downloads in the proxy before the server.</source>
      <translation>Schalten Sie im Proxy vor dem Server die Kompression für Downloads ab.</translation>
    </message>
    <message>
      <source>Take it over first: `kuroibara-backup adopt {filename}`.</source>
      <translation>Übernehmen Sie sie zuerst: `kuroibara-backup adopt {filename}`.</translation>
    </message>
    <message>
      <source>Take that away in Kuroibara.</source>
      <translation>Nehmen Sie das in Kuroibara weg.</translation>
    </message>
    <message>
      <source>Take the right away: chmod 600 {path}</source>
      <translation>Nehmen Sie das Recht weg: chmod 600 {path}</translation>
    </message>
    <message>
      <source>Test the server's memory and its backup disk, then try again.</source>
      <translation>Prüfen Sie den Arbeitsspeicher und die Sicherungsplatte des Servers, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>That each file is what it was: Kuroibara's own format holds no digests. All of them were read to their end.</source>
      <translation>Dass jede Datei ist, was sie war: Kuroibaras eigenes Format enthält keine Hashwerte. Alle wurden bis zum Ende gelesen.</translation>
    </message>
    <message>
      <source>That every file of the library is there: the format has no list of its files.</source>
      <translation>Dass jede Datei der Bibliothek da ist: das Format hat keine Liste ihrer Dateien.</translation>
    </message>
    <message>
      <source>That no byte was changed on purpose: Kuroibara's own format holds CRC-32 sums, but no digests.</source>
      <translation>Dass kein Byte mit Absicht geändert wurde: Kuroibaras eigenes Format enthält CRC-32-Summen, aber keine Hashwerte.</translation>
    </message>
    <message>
      <source>That no row is missing: the backup does not say how many rows each table must have.</source>
      <translation>Dass keine Zeile fehlt: die Sicherung sagt nicht, wie viele Zeilen jede Tabelle haben muss.</translation>
    </message>
    <message>
      <source>That this is the very file the server made: no checksum from elsewhere was given.</source>
      <translation>Dass dies genau die Datei ist, die der Server erstellte: eine Prüfsumme von anderswo lag nicht vor.</translation>
    </message>
    <message>
      <source>The SQL of the backup is damaged at byte {offset}.</source>
      <translation>Das SQL der Sicherung ist bei Byte {offset} beschädigt.</translation>
    </message>
    <message>
      <source>The address holds a user name or password.</source>
      <translation>Die Adresse enthält einen Benutzernamen oder ein Passwort.</translation>
    </message>
    <message>
      <source>The archive folder failed: {doing} stopped ({reason}).</source>
      <translation>Der Archivordner versagte: {doing} brach ab ({reason}).</translation>
    </message>
    <message>
      <source>The archive folder is not there</source>
      <translation>Der Archivordner ist nicht da</translation>
    </message>
    <message>
      <source>The archive folder may not be written to: {doing} stopped ({reason}).</source>
      <translation>In den Archivordner darf nicht geschrieben werden: {doing} brach ab ({reason}).</translation>
    </message>
    <message>
      <source>The archive folder went away: {doing} stopped ({reason}).</source>
      <translation>Der Archivordner verschwand: {doing} brach ab ({reason}).</translation>
    </message>
    <message>
      <source>The archive folder {root} {why}.</source>
      <translation>Der Archivordner {root} {why}.</translation>
    </message>
    <message>
      <source>The archive is busy.</source>
      <translation>Das Archiv ist beschäftigt.</translation>
    </message>
    <message>
      <source>The archive is in use</source>
      <translation>Das Archiv wird gerade benutzt</translation>
    </message>
    <message>
      <source>The archive was not moved: one of the two folders lies inside the other.</source>
      <translation>Das Archiv wurde nicht verschoben: einer der beiden Ordner liegt im anderen.</translation>
    </message>
    <message>
      <source>The archive was not moved: {name} came back from the new drive with other bytes than were written.</source>
      <translation>Das Archiv wurde nicht verschoben: {name} kam vom neuen Laufwerk mit anderen Bytes zurück, als geschrieben wurden.</translation>
    </message>
    <message>
      <source>The archive was not moved: {name} is damaged in the old folder.</source>
      <translation>Das Archiv wurde nicht verschoben: {name} ist im alten Ordner beschädigt.</translation>
    </message>
    <message>
      <source>The archive was not moved: {name} is too large for the drive (FAT32).</source>
      <translation>Das Archiv wurde nicht verschoben: {name} ist zu groß für das Laufwerk (FAT32).</translation>
    </message>
    <message>
      <source>The archive was not moved: {target} is another archive already.</source>
      <translation>Das Archiv wurde nicht verschoben: {target} ist schon ein anderes Archiv.</translation>
    </message>
    <message>
      <source>The archive was not moved: {target} is not empty.</source>
      <translation>Das Archiv wurde nicht verschoben: {target} ist nicht leer.</translation>
    </message>
    <message>
      <source>The archive was refused: it holds more than {entries} entries (limit `entries`).</source>
      <translation>Die Datei wurde abgelehnt: sie enthält mehr als {entries} Einträge (Grenze `entries`).</translation>
    </message>
    <message>
      <source>The archive was refused: its entry {entry} {why}.</source>
      <translation>Die Datei wurde abgelehnt: ihr Eintrag {entry} {why}.</translation>
    </message>
    <message>
      <source>The archive was refused: more than {ratio} times its own size would come out of it (limit `ratio`).</source>
      <translation>Die Datei wurde abgelehnt: mehr als das {ratio}-Fache ihrer Größe käme heraus (Grenze `ratio`).</translation>
    </message>
    <message>
      <source>The archive was refused: more than {total} bytes would come out of it (limit `total`).</source>
      <translation>Die Datei wurde abgelehnt: mehr als {total} Bytes kämen heraus (Grenze `total`).</translation>
    </message>
    <message>
      <source>The backup has {size}, but the drive with your archive takes no file over 4 GiB (FAT32).</source>
      <translation>Die Sicherung hat {size}, aber das Laufwerk mit Ihrem Archiv nimmt keine Datei über 4 GiB (FAT32).</translation>
    </message>
    <message>
      <source>The backup holds no files: the library's files stay as they are. Manga that only the library has can be recovered afterwards.</source>
      <translation>Die Sicherung enthält keine Dateien: die Dateien der Bibliothek bleiben, wie sie sind. Manga, die nur die Bibliothek hat, lassen sich danach retten.</translation>
    </message>
    <message>
      <source>The backup holds no {METADATA}.</source>
      <translation>Die Sicherung enthält kein {METADATA}.</translation>
    </message>
    <message>
      <source>The backup holds no {decode}.</source>
      <translation>Die Sicherung enthält kein {decode}.</translation>
    </message>
    <message>
      <source>The backup is damaged</source>
      <translation>Die Sicherung ist beschädigt</translation>
    </message>
    <message>
      <source>The backup is damaged. {first}</source>
      <translation>Die Sicherung ist beschädigt. {first}</translation>
    </message>
    <message>
      <source>The backup is of an older Kuroibara: {count} tables are not in it, which Kuroibara makes when it is started again. Restart it afterwards.</source>
      <translation>Die Sicherung stammt von einem älteren Kuroibara: {count} Tabellen fehlen darin, die Kuroibara beim Neustart anlegt. Starten Sie es danach neu.</translation>
    </message>
    <message>
      <source>The backup is suspect: it held much less than the one before it.</source>
      <translation>Die Sicherung ist verdächtig: sie enthielt viel weniger als die vorige.</translation>
    </message>
    <message>
      <source>The backup on the server has another size than in the list.</source>
      <translation>Die Sicherung auf dem Server hat eine andere Größe als in der Liste.</translation>
    </message>
    <message>
      <source>The backup on the server is no longer the one in the list.</source>
      <translation>Die Sicherung auf dem Server ist nicht mehr die aus der Liste.</translation>
    </message>
    <message>
      <source>The backup on the server is no longer the one that was begun.</source>
      <translation>Die Sicherung auf dem Server ist nicht mehr die, die begonnen wurde.</translation>
    </message>
    <message>
      <source>The backup on the server is now shorter than what is here.</source>
      <translation>Die Sicherung auf dem Server ist jetzt kürzer als das, was hier ist.</translation>
    </message>
    <message>
      <source>The backup was cancelled on the server.</source>
      <translation>Die Sicherung wurde auf dem Server abgebrochen.</translation>
    </message>
    <message>
      <source>The backup was made, but could not be entered in the catalogue.</source>
      <translation>Die Sicherung wurde erstellt, ließ sich aber nicht in den Katalog eintragen.</translation>
    </message>
    <message>
      <source>The backup was not deleted: it is still being written.</source>
      <translation>Die Sicherung wurde nicht gelöscht: sie wird noch geschrieben.</translation>
    </message>
    <message>
      <source>The backup was not kept: what was read back is not what was written. {value}</source>
      <translation>Die Sicherung wurde nicht behalten: das Zurückgelesene ist nicht das Geschriebene. {value}</translation>
    </message>
    <message>
      <source>The backup was not made</source>
      <translation>Die Sicherung wurde nicht erstellt</translation>
    </message>
    <message>
      <source>The backup was not made: it may need {size_at_most} bytes and {reserve} must stay free, but only {free} bytes are free.</source>
      <translation>Die Sicherung wurde nicht erstellt: sie braucht bis zu {size_at_most} Bytes, und {reserve} müssen frei bleiben, aber nur {free} Bytes sind frei.</translation>
    </message>
    <message>
      <source>The backup was not made: the dump of the database is not whole. {problem}</source>
      <translation>Die Sicherung wurde nicht erstellt: der Dump der Datenbank ist nicht vollständig. {problem}</translation>
    </message>
    <message>
      <source>The backup was not restored: even in place it needs {needed} bytes on the library's drive, but only {free} are free.</source>
      <translation>Die Sicherung wurde nicht wiederhergestellt: selbst an Ort und Stelle braucht sie {needed} Bytes auf dem Laufwerk der Bibliothek, aber nur {free} sind frei.</translation>
    </message>
    <message>
      <source>The backup was not restored: nobody in it is active and has a password, so that nobody could sign in afterwards.</source>
      <translation>Die Sicherung wurde nicht wiederhergestellt: niemand darin ist aktiv und hat ein Passwort, danach könnte sich also niemand anmelden.</translation>
    </message>
    <message>
      <source>The backup was not restored: the database in it is not Kuroibara's, for it has no table of users.</source>
      <translation>Die Sicherung wurde nicht wiederhergestellt: die Datenbank darin ist nicht die von Kuroibara, denn ihr fehlt die Tabelle der Nutzer.</translation>
    </message>
    <message>
      <source>The backup was not restored: the engine's own tables lie in the database that it would replace.</source>
      <translation>Die Sicherung wurde nicht wiederhergestellt: die Tabellen der Engine liegen in der Datenbank, die ersetzt würde.</translation>
    </message>
    <message>
      <source>The backup was replaced on the server</source>
      <translation>Die Sicherung wurde auf dem Server ersetzt</translation>
    </message>
    <message>
      <source>The backup's description of itself (backup_metadata.json) is damaged at byte {offset}.</source>
      <translation>Die Selbstbeschreibung der Sicherung (backup_metadata.json) ist bei Byte {offset} beschädigt.</translation>
    </message>
    <message>
      <source>The backup's description of itself (backup_metadata.json, at byte {offset}) cannot be read.</source>
      <translation>Die Selbstbeschreibung der Sicherung (backup_metadata.json, bei Byte {offset}) lässt sich nicht lesen.</translation>
    </message>
    <message>
      <source>The bytes that arrived are not those the server promised.</source>
      <translation>Die angekommenen Bytes sind nicht die, die der Server versprach.</translation>
    </message>
    <message>
      <source>The catalog {file} cannot be used: {exc}.</source>
      <translation>Der Katalog {file} lässt sich nicht verwenden: {exc}.</translation>
    </message>
    <message>
      <source>The catalog {file} was made by a newer version of this app.</source>
      <translation>Der Katalog {file} stammt von einer neueren Version dieser App.</translation>
    </message>
    <message>
      <source>The check was stopped.</source>
      <translation>Die Prüfung wurde angehalten.</translation>
    </message>
    <message>
      <source>The checksum file beside the backup does not hold one line with a SHA-256 and a name.</source>
      <translation>Die Prüfsummendatei neben der Sicherung enthält nicht genau eine Zeile mit SHA-256 und Name.</translation>
    </message>
    <message>
      <source>The code was refused</source>
      <translation>Der Code wurde abgelehnt</translation>
    </message>
    <message>
      <source>The connection is not encrypted: anyone on the way can read your password and the backups.</source>
      <translation>Die Verbindung ist nicht verschlüsselt: jeder auf dem Weg kann Ihr Passwort und die Sicherungen lesen.</translation>
    </message>
    <message>
      <source>The connection to {host} was lost while {doing}.</source>
      <translation>Die Verbindung zu {host} ging verloren ({doing}).</translation>
    </message>
    <message>
      <source>The copy is damaged</source>
      <translation>Die Kopie ist beschädigt</translation>
    </message>
    <message>
      <source>The damaged copy is kept. What is whole in it can be taken out with `kuroibara-backup extract`.</source>
      <translation>Die beschädigte Kopie bleibt erhalten. Was darin unversehrt ist, lässt sich mit `kuroibara-backup extract` herausholen.</translation>
    </message>
    <message>
      <source>The database was loaded: {tables} tables with {rows} rows, all {foreign_keys} foreign keys hold, {active_users} users can sign in.</source>
      <translation>Die Datenbank wurde geladen: {tables} Tabellen mit {rows} Zeilen, alle {foreign_keys} Fremdschlüssel stimmen, {active_users} Nutzer können sich anmelden.</translation>
    </message>
    <message>
      <source>The device was not made: it was not said what it may do.</source>
      <translation>Das Gerät wurde nicht angelegt: es fehlt, was es darf.</translation>
    </message>
    <message>
      <source>The device was not made: its name must have 1 to {LONGEST_NAME} characters.</source>
      <translation>Das Gerät wurde nicht angelegt: sein Name muss 1 bis {LONGEST_NAME} Zeichen haben.</translation>
    </message>
    <message>
      <source>The drill failed</source>
      <translation>Die Probe schlug fehl</translation>
    </message>
    <message>
      <source>The drill was not made: it is being made already.</source>
      <translation>Die Probe fand nicht statt: sie läuft schon.</translation>
    </message>
    <message>
      <source>The drill was not made: the library takes {bytes} bytes on disk, but only {max} are free where backups are kept.</source>
      <translation>Die Probe fand nicht statt: die Bibliothek braucht {bytes} Bytes auf der Platte, wo Sicherungen liegen, sind aber nur {max} frei.</translation>
    </message>
    <message>
      <source>The drive cannot replace a file by renaming, so a copy could be lost.</source>
      <translation>Das Laufwerk kann eine Datei nicht durch Umbenennen ersetzen, eine Kopie könnte also verloren gehen.</translation>
    </message>
    <message>
      <source>The drive does not tell capital from small letters: a copy whose name differs from another's in that alone gets a number.</source>
      <translation>Das Laufwerk unterscheidet Groß- und Kleinbuchstaben nicht: eine Kopie, deren Name nur darin abweicht, bekommt eine Nummer.</translation>
    </message>
    <message>
      <source>The drive may be failing: copy what is on it, and use another copy.</source>
      <translation>Das Laufwerk geht vielleicht kaputt: kopieren Sie, was darauf ist, und nehmen Sie eine andere Kopie.</translation>
    </message>
    <message>
      <source>The drive takes no file over {size} (FAT32): larger backups cannot be copied there.</source>
      <translation>Das Laufwerk nimmt keine Datei über {size} (FAT32): größere Sicherungen lassen sich nicht dorthin kopieren.</translation>
    </message>
    <message>
      <source>The drive with your archive is full: {doing} stopped.</source>
      <translation>Das Laufwerk mit Ihrem Archiv ist voll: {doing} brach ab.</translation>
    </message>
    <message>
      <source>The drive with your archive takes no file as large as this: {doing} stopped.</source>
      <translation>Das Laufwerk mit Ihrem Archiv nimmt keine so große Datei: {doing} brach ab.</translation>
    </message>
    <message>
      <source>The dump breaks off before its closing COMMIT.</source>
      <translation>Der Dump bricht vor seinem abschließenden COMMIT ab.</translation>
    </message>
    <message>
      <source>The dump breaks off before its closing \unrestrict line.</source>
      <translation>Der Dump bricht vor seiner abschließenden Zeile \unrestrict ab.</translation>
    </message>
    <message>
      <source>The dump breaks off {value}{table}.</source>
      <translation>Der Dump bricht ab ({value}{table}).</translation>
    </message>
    <message>
      <source>The end of the file is missing.</source>
      <translation>Das Ende der Datei fehlt.</translation>
    </message>
    <message>
      <source>The end of the file is missing: copy it again, or use another copy of this backup.</source>
      <translation>Das Ende der Datei fehlt: kopieren Sie sie noch einmal, oder nehmen Sie eine andere Kopie dieser Sicherung.</translation>
    </message>
    <message>
      <source>The end of the file, which lists what is in the backup, is missing or damaged.</source>
      <translation>Das Ende der Datei, das ihren Inhalt auflistet, fehlt oder ist beschädigt.</translation>
    </message>
    <message>
      <source>The file changed meanwhile</source>
      <translation>Die Datei hat sich inzwischen geändert</translation>
    </message>
    <message>
      <source>The file holds {size}, but {size2} were copied.</source>
      <translation>Die Datei enthält {size}, kopiert wurden aber {size2}.</translation>
    </message>
    <message>
      <source>The file is not a backup of Kuroibara: </source>
      <translation>Die Datei ist keine Sicherung von Kuroibara: </translation>
    </message>
    <message>
      <source>The file {name} may not be read.</source>
      <translation>Die Datei {name} darf nicht gelesen werden.</translation>
    </message>
    <message>
      <source>The file {path} cannot be read as one that a passphrase opens.</source>
      <translation>Die Datei {path} lässt sich nicht als eine lesen, die eine Passphrase öffnet.</translation>
    </message>
    <message>
      <source>The file's SHA-256 is {digest}, not {sha256}.</source>
      <translation>Der SHA-256 der Datei ist {digest}, nicht {sha256}.</translation>
    </message>
    <message>
      <source>The file's SHA-256 is {sha256}, not {expected}.</source>
      <translation>Der SHA-256 der Datei ist {sha256}, nicht {expected}.</translation>
    </message>
    <message>
      <source>The folder is a temporary one: the system may empty it at any time.</source>
      <translation>Der Ordner ist ein vorübergehender: das System darf ihn jederzeit leeren.</translation>
    </message>
    <message>
      <source>The folder is synchronised with a cloud: every user's data and password hashes go there too.</source>
      <translation>Der Ordner wird mit einer Cloud abgeglichen: die Daten und Passwort-Hashes aller Nutzer gelangen auch dorthin.</translation>
    </message>
    <message>
      <source>The folder lies inside a Kuroibara library: a backup there would be lost with it.</source>
      <translation>Der Ordner liegt in einer Kuroibara-Bibliothek: eine Sicherung dort ginge mit ihr verloren.</translation>
    </message>
    <message>
      <source>The frame around {where} is damaged; its content is not, and can be saved.</source>
      <translation>Der Rahmen um {where} ist beschädigt; sein Inhalt nicht, er lässt sich retten.</translation>
    </message>
    <message>
      <source>The header {name} cannot be set: the app sends its own.</source>
      <translation>Die Kopfzeile {name} lässt sich nicht setzen: die App sendet ihre eigene.</translation>
    </message>
    <message>
      <source>The index is no good: {exc}.</source>
      <translation>Das Verzeichnis taugt nicht: {exc}.</translation>
    </message>
    <message>
      <source>The index, which lists the files of the backup, is damaged at byte {offset}.</source>
      <translation>Das Verzeichnis, das die Dateien der Sicherung auflistet, ist bei Byte {offset} beschädigt.</translation>
    </message>
    <message>
      <source>The journal {file} cannot be used: {exc}.</source>
      <translation>Das Journal {file} lässt sich nicht verwenden: {exc}.</translation>
    </message>
    <message>
      <source>The journal {file} was made by a newer version of this app.</source>
      <translation>Das Journal {file} stammt von einer neueren Version dieser App.</translation>
    </message>
    <message>
      <source>The keyring is locked</source>
      <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
      <source>The keyring of this computer does not answer.</source>
      <translation>Der Schlüsselbund dieses Computers antwortet nicht.</translation>
    </message>
    <message>
      <source>The last 128 bytes of the file are damaged.</source>
      <translation>Die letzten 128 Bytes der Datei sind beschädigt.</translation>
    </message>
    <message>
      <source>The library at {address} suddenly holds much less. {why}</source>
      <translation>Die Bibliothek unter {address} enthält plötzlich viel weniger. {why}</translation>
    </message>
    <message>
      <source>The library folder is empty, but the database names {missing} files in it. Is its drive mounted?</source>
      <translation>Der Bibliotheksordner ist leer, aber die Datenbank nennt {missing} Dateien darin. Ist sein Laufwerk eingehängt?</translation>
    </message>
    <message>
      <source>The library was put on the disk and read back, each file compared ({read} bytes).</source>
      <translation>Die Bibliothek wurde auf die Platte gelegt und zurückgelesen, jede Datei verglichen ({read} Bytes).</translation>
    </message>
    <message>
      <source>The library: the backup holds no files of it.</source>
      <translation>Die Bibliothek: die Sicherung enthält keine Dateien davon.</translation>
    </message>
    <message>
      <source>The line that says that the dump is complete is missing.</source>
      <translation>Die Zeile, die den Dump für vollständig erklärt, fehlt.</translation>
    </message>
    <message>
      <source>The marker of the archive folder {root} cannot be read.</source>
      <translation>Die Markierung des Archivordners {root} lässt sich nicht lesen.</translation>
    </message>
    <message>
      <source>The marker {name} in {root} is damaged.</source>
      <translation>Die Markierung {name} in {root} ist beschädigt.</translation>
    </message>
    <message>
      <source>The metadata tell of other contents than the index.</source>
      <translation>Die Metadaten nennen einen anderen Inhalt als das Verzeichnis.</translation>
    </message>
    <message>
      <source>The name and time in the gzip header and the unused bits behind the data: nothing in the file tells whether they are right.</source>
      <translation>Name und Zeit im gzip-Kopf und die unbenutzten Bits hinter den Daten: nichts in der Datei sagt, ob sie stimmen.</translation>
    </message>
    <message>
      <source>The name is not acceptable</source>
      <translation>Der Name ist nicht annehmbar</translation>
    </message>
    <message>
      <source>The new drive is failing: choose another. The old archive is whole.</source>
      <translation>Das neue Laufwerk versagt: wählen Sie ein anderes. Das alte Archiv ist unversehrt.</translation>
    </message>
    <message>
      <source>The note was not stored: it is longer than {LONGEST_NOTE} characters.</source>
      <translation>Die Notiz wurde nicht gespeichert: sie ist länger als {LONGEST_NOTE} Zeichen.</translation>
    </message>
    <message>
      <source>The passphrase does not open {path}, or the file was changed.</source>
      <translation>Die Passphrase öffnet {path} nicht, oder die Datei wurde geändert.</translation>
    </message>
    <message>
      <source>The password is needed once more</source>
      <translation>Das Passwort wird noch einmal gebraucht</translation>
    </message>
    <message>
      <source>The password is right; this account also asks for a code.</source>
      <translation>Das Passwort stimmt; dieses Konto verlangt auch einen Code.</translation>
    </message>
    <message>
      <source>The plan is for {shown}: repeat exactly that name.</source>
      <translation>Der Plan ist für {shown}: wiederholen Sie genau diesen Namen.</translation>
    </message>
    <message>
      <source>The proxy before {host}</source>
      <translation>Der Proxy vor {host}</translation>
    </message>
    <message>
      <source>The proxy {proxy} did not answer in time.</source>
      <translation>Der Proxy {proxy} antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
      <source>The proxy {which} gave no way to {host}: {why}.</source>
      <translation>Der Proxy {which} gab keinen Weg zu {host} frei: {why}.</translation>
    </message>
    <message>
      <source>The rehearsal could not be held</source>
      <translation>Die Probe konnte nicht stattfinden</translation>
    </message>
    <message>
      <source>The request cannot be carried out</source>
      <translation>Die Anfrage lässt sich nicht ausführen</translation>
    </message>
    <message>
      <source>The request was refused</source>
      <translation>Die Anfrage wurde abgelehnt</translation>
    </message>
    <message>
      <source>The request was too large</source>
      <translation>Die Anfrage war zu groß</translation>
    </message>
    <message>
      <source>The restore was cancelled</source>
      <translation>Die Wiederherstellung wurde abgebrochen</translation>
    </message>
    <message>
      <source>The restore was cut off before it had changed anything. Nothing was changed.</source>
      <translation>Die Wiederherstellung riss ab, bevor sie etwas geändert hatte. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>The restore was not begun: its plan no longer holds, for {why}.</source>
      <translation>Die Wiederherstellung wurde nicht begonnen: ihr Plan gilt nicht mehr ({why}).</translation>
    </message>
    <message>
      <source>The restore was not begun: the backup file changed since the plan was made.</source>
      <translation>Die Wiederherstellung wurde nicht begonnen: die Sicherungsdatei änderte sich seit dem Plan.</translation>
    </message>
    <message>
      <source>The restore was not begun: the name given is not the name of this server.</source>
      <translation>Die Wiederherstellung wurde nicht begonnen: der angegebene Name ist nicht der dieses Servers.</translation>
    </message>
    <message>
      <source>The restore was not cancelled: it is past the point where it could be.</source>
      <translation>Die Wiederherstellung wurde nicht abgebrochen: sie ist über den Punkt hinaus, an dem das ginge.</translation>
    </message>
    <message>
      <source>The restore was not carried out. Nothing was changed.</source>
      <translation>Die Wiederherstellung wurde nicht ausgeführt. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>The restore was not carried out: something unexpected went wrong.</source>
      <translation>Die Wiederherstellung wurde nicht ausgeführt: etwas Unerwartetes ging schief.</translation>
    </message>
    <message>
      <source>The restore was not carried out: what was written beside the library is not what was read back ({join}).</source>
      <translation>Die Wiederherstellung wurde nicht ausgeführt: das neben die Bibliothek Geschriebene ist nicht das Zurückgelesene ({join}).</translation>
    </message>
    <message>
      <source>The restore was not planned: it was not said which manga.</source>
      <translation>Die Wiederherstellung wurde nicht geplant: es fehlt, welche Manga.</translation>
    </message>
    <message>
      <source>The restore was not planned: the backup holds no files of the library.</source>
      <translation>Die Wiederherstellung wurde nicht geplant: die Sicherung enthält keine Dateien der Bibliothek.</translation>
    </message>
    <message>
      <source>The restore was not planned: the backup is damaged. {first}</source>
      <translation>Die Wiederherstellung wurde nicht geplant: die Sicherung ist beschädigt. {first}</translation>
    </message>
    <message>
      <source>The restore was not planned: the backup is still being written.</source>
      <translation>Die Wiederherstellung wurde nicht geplant: die Sicherung wird noch geschrieben.</translation>
    </message>
    <message>
      <source>The restore was stopped on request. Nothing was changed.</source>
      <translation>Die Wiederherstellung wurde auf Wunsch angehalten. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>The restore was undone: {missing} files were not in the library after the swap ({join}).</source>
      <translation>Die Wiederherstellung wurde zurückgenommen: {missing} Dateien waren nach dem Tausch nicht in der Bibliothek ({join}).</translation>
    </message>
    <message>
      <source>The retention rules were not accepted: {name} is {count}.</source>
      <translation>Die Aufbewahrungsregeln wurden nicht angenommen: {name} ist {count}.</translation>
    </message>
    <message>
      <source>The server</source>
      <translation>Der Server</translation>
    </message>
    <message>
      <source>The server at {address} is no longer the one that {_number} came from: it was installed anew, or another one is there now.</source>
      <translation>Der Server unter {address} ist nicht mehr der, von dem hier etwas stammt ({_number}): er wurde neu aufgesetzt, oder ein anderer ist jetzt dort.</translation>
    </message>
    <message>
      <source>The server began a backup but does not say which job it is.</source>
      <translation>Der Server begann eine Sicherung, nennt aber den Auftrag nicht.</translation>
    </message>
    <message>
      <source>The server calls a backup {shown}: the name {why}.</source>
      <translation>Der Server nennt eine Sicherung {shown}: der Name {why}.</translation>
    </message>
    <message>
      <source>The server cannot be reached</source>
      <translation>Der Server ist nicht zu erreichen</translation>
    </message>
    <message>
      <source>The server could not make the backup and does not say why.</source>
      <translation>Der Server konnte die Sicherung nicht erstellen und sagt nicht, warum.</translation>
    </message>
    <message>
      <source>The server could not read the backup</source>
      <translation>Der Server konnte die Sicherung nicht lesen</translation>
    </message>
    <message>
      <source>The server did not accept this code.</source>
      <translation>Der Server nahm diesen Code nicht an.</translation>
    </message>
    <message>
      <source>The server did not finish it, and does not say why.</source>
      <translation>Der Server schloss sie nicht ab und sagt nicht, warum.</translation>
    </message>
    <message>
      <source>The server did not take the backup in: {sentence}</source>
      <translation>Der Server nahm die Sicherung nicht auf: {sentence}</translation>
    </message>
    <message>
      <source>The server does not know this user name and password.</source>
      <translation>Der Server kennt diesen Benutzernamen mit diesem Passwort nicht.</translation>
    </message>
    <message>
      <source>The server finished the backup but does not list it.</source>
      <translation>Der Server schloss die Sicherung ab, führt sie aber nicht auf.</translation>
    </message>
    <message>
      <source>The server has no room for this backup.</source>
      <translation>Der Server hat keinen Platz für diese Sicherung.</translation>
    </message>
    <message>
      <source>The server has switched this account off.</source>
      <translation>Der Server hat dieses Konto abgeschaltet.</translation>
    </message>
    <message>
      <source>The server is busy</source>
      <translation>Der Server ist beschäftigt</translation>
    </message>
    <message>
      <source>The server is busy, as a Kuroibara without the engine is while it packs.</source>
      <translation>Der Server ist beschäftigt, wie es ein Kuroibara ohne die Engine beim Packen ist.</translation>
    </message>
    <message>
      <source>The server refused</source>
      <translation>Der Server lehnte ab</translation>
    </message>
    <message>
      <source>The server reported a fault</source>
      <translation>Der Server meldete einen Fehler</translation>
    </message>
    <message>
      <source>The server runs on this computer: if it is lost, so are the copies, unless the folder is on a drive that you take away.</source>
      <translation>Der Server läuft auf diesem Computer: geht er verloren, dann auch die Kopien, es sei denn, der Ordner liegt auf einem Laufwerk, das Sie mitnehmen.</translation>
    </message>
    <message>
      <source>The server sends more bytes than the backup has.</source>
      <translation>Der Server sendet mehr Bytes, als die Sicherung hat.</translation>
    </message>
    <message>
      <source>The server shows another certificate than before</source>
      <translation>Der Server zeigt ein anderes Zertifikat als zuvor</translation>
    </message>
    <message>
      <source>The server stopped and does not say why.</source>
      <translation>Der Server hörte auf und sagt nicht, warum.</translation>
    </message>
    <message>
      <source>The server stopped before the end.</source>
      <translation>Der Server hörte vor dem Ende auf.</translation>
    </message>
    <message>
      <source>The server took the backup in but does not list it.</source>
      <translation>Der Server nahm die Sicherung auf, führt sie aber nicht auf.</translation>
    </message>
    <message>
      <source>The server wants your password once more for this.</source>
      <translation>Der Server verlangt dafür noch einmal Ihr Passwort.</translation>
    </message>
    <message>
      <source>The server {host_of} is not set up on this computer any more.</source>
      <translation>Der Server {host_of} ist auf diesem Computer nicht mehr eingerichtet.</translation>
    </message>
    <message>
      <source>The server's certificate is not trusted</source>
      <translation>Dem Zertifikat des Servers wird nicht vertraut</translation>
    </message>
    <message>
      <source>The server's clock is {by} ahead of this computer's.</source>
      <translation>Die Uhr des Servers geht gegenüber diesem Computer {by} vor.</translation>
    </message>
    <message>
      <source>The server's clock is {by} behind this computer's.</source>
      <translation>Die Uhr des Servers geht gegenüber diesem Computer {by} nach.</translation>
    </message>
    <message>
      <source>The settings in {profile_file} cannot be read.</source>
      <translation>Die Einstellungen in {profile_file} lassen sich nicht lesen.</translation>
    </message>
    <message>
      <source>The sign-in could not be written to {path}: {strerror}.</source>
      <translation>Die Anmeldung konnte nicht in {path} geschrieben werden: {strerror}.</translation>
    </message>
    <message>
      <source>The sign-in was refused</source>
      <translation>Die Anmeldung wurde abgelehnt</translation>
    </message>
    <message>
      <source>The tar header of {where} is damaged.</source>
      <translation>Der tar-Kopf von {where} ist beschädigt.</translation>
    </message>
    <message>
      <source>The token file {path} cannot be read.</source>
      <translation>Die Token-Datei {path} lässt sich nicht lesen.</translation>
    </message>
    <message>
      <source>The token file {path} holds no token.</source>
      <translation>Die Token-Datei {path} enthält kein Token.</translation>
    </message>
    <message>
      <source>The upload was not begun</source>
      <translation>Der Upload wurde nicht begonnen</translation>
    </message>
    <message>
      <source>The upload was not begun: a backup's name ends in .tar.gz.</source>
      <translation>Der Upload wurde nicht begonnen: der Name einer Sicherung endet auf .tar.gz.</translation>
    </message>
    <message>
      <source>The upload was not begun: there is already another backup of this name.</source>
      <translation>Der Upload wurde nicht begonnen: es gibt schon eine andere Sicherung dieses Namens.</translation>
    </message>
    <message>
      <source>The upload was not completed: not all of it is here.</source>
      <translation>Der Upload wurde nicht abgeschlossen: es ist nicht alles da.</translation>
    </message>
    <message>
      <source>The upload was refused: it takes {size} bytes, but only {free} bytes of the server's backup disk are neither used nor promised.</source>
      <translation>Der Upload wurde abgelehnt: er braucht {size} Bytes, aber nur {free} Bytes der Sicherungsplatte des Servers sind weder belegt noch zugesagt.</translation>
    </message>
    <message>
      <source>The upload was refused: unfinished uploads may take {most} bytes together.</source>
      <translation>Der Upload wurde abgelehnt: unfertige Uploads dürfen zusammen {most} Bytes belegen.</translation>
    </message>
    <message>
      <source>The value in line {number} holds what no header can.</source>
      <translation>Der Wert in Zeile {number} enthält, was in keiner Kopfzeile stehen kann.</translation>
    </message>
    <message>
      <source>There are no backups in the folders below {folder}.</source>
      <translation>In den Ordnern unter {folder} sind keine Sicherungen.</translation>
    </message>
    <message>
      <source>There are {now} {word}; the newest verified backup has {then}. Has something been lost?</source>
      <translation>Jetzt sind es {now} ({word}); die neueste geprüfte Sicherung hat {then}. Ging etwas verloren?</translation>
    </message>
    <message>
      <source>There is no backup with this id.</source>
      <translation>Es gibt keine Sicherung mit dieser Kennung.</translation>
    </message>
    <message>
      <source>There is no connection</source>
      <translation>Es gibt keine Verbindung</translation>
    </message>
    <message>
      <source>There is no copy of this backup here to verify.</source>
      <translation>Hier ist keine Kopie dieser Sicherung, die sich prüfen ließe.</translation>
    </message>
    <message>
      <source>There is no device with this id.</source>
      <translation>Es gibt kein Gerät mit dieser Kennung.</translation>
    </message>
    <message>
      <source>There is no file {name}.</source>
      <translation>Es gibt keine Datei {name}.</translation>
    </message>
    <message>
      <source>There is no keyring</source>
      <translation>Es gibt keinen Schlüsselbund</translation>
    </message>
    <message>
      <source>There is no open invitation with this id.</source>
      <translation>Es gibt keine offene Einladung mit dieser Kennung.</translation>
    </message>
    <message>
      <source>There is no restore and no plan with this id.</source>
      <translation>Es gibt keine Wiederherstellung und keinen Plan mit dieser Kennung.</translation>
    </message>
    <message>
      <source>There is no room for another copy</source>
      <translation>Für eine weitere Kopie ist kein Platz</translation>
    </message>
    <message>
      <source>There is no such thing</source>
      <translation>So etwas gibt es nicht</translation>
    </message>
    <message>
      <source>There is no upload with this id.</source>
      <translation>Es gibt keinen Upload mit dieser Kennung.</translation>
    </message>
    <message>
      <source>There is not enough space</source>
      <translation>Es ist nicht genug Platz</translation>
    </message>
    <message>
      <source>There is nothing to roll back.</source>
      <translation>Es gibt keinen vorigen Stand mehr.</translation>
    </message>
    <message>
      <source>There was no drill of this backup yet.</source>
      <translation>Diese Sicherung wurde noch nicht erprobt.</translation>
    </message>
    <message>
      <source>There were too many attempts</source>
      <translation>Es gab zu viele Versuche</translation>
    </message>
    <message>
      <source>These are more than {MOST} headers.</source>
      <translation>Das sind mehr als {MOST} Kopfzeilen.</translation>
    </message>
    <message>
      <source>This account is switched off</source>
      <translation>Dieses Konto ist abgeschaltet</translation>
    </message>
    <message>
      <source>This account may not make or fetch backups.</source>
      <translation>Dieses Konto darf keine Sicherungen erstellen oder holen.</translation>
    </message>
    <message>
      <source>This account may not take backups</source>
      <translation>Dieses Konto darf keine Sicherungen holen</translation>
    </message>
    <message>
      <source>This account may sign in, but not take backups here.</source>
      <translation>Dieses Konto darf sich anmelden, aber hier keine Sicherungen holen.</translation>
    </message>
    <message>
      <source>This backup cannot be copied yet</source>
      <translation>Diese Sicherung lässt sich noch nicht kopieren</translation>
    </message>
    <message>
      <source>This backup is not on the server any more.</source>
      <translation>Diese Sicherung ist nicht mehr auf dem Server.</translation>
    </message>
    <message>
      <source>This device may not {value} backups.</source>
      <translation>Dieses Gerät darf das nicht mit Sicherungen: {value}.</translation>
    </message>
    <message>
      <source>This folder cannot hold the archive</source>
      <translation>Dieser Ordner kann das Archiv nicht aufnehmen</translation>
    </message>
    <message>
      <source>This is Kuroibara without the backup engine. Its own restore tells neither whether it went well nor when it ended. On a server in use it usually never ends: nobody can sign in any more until whoever runs it restarts it and its database. Where it does end, it mixes the backup with what is there, and the library's files are moved aside first. Nothing can be undone from here. Better: put the backup engine beside the server, and restore with that.</source>
      <translation>Dies ist Kuroibara ohne die Backup-Engine. Seine eigene Wiederherstellung sagt weder, ob sie gelang, noch wann sie endete. Auf einem benutzten Server endet sie meist nie: niemand kann sich mehr anmelden, bis der Betreiber ihn und seine Datenbank neu startet. Wo sie doch endet, mischt sie die Sicherung mit dem Bestehenden, und die Dateien der Bibliothek werden vorher beiseitegelegt. Von hier lässt sich nichts rückgängig machen. Besser: stellen Sie die Backup-Engine neben den Server, und stellen Sie damit wieder her.</translation>
    </message>
    <message>
      <source>This is Kuroibara without the backup engine: it tells no checksums, no progress and no failures, and any account on it may take backups. If the engine runs beside it at an address of its own, use that one.</source>
      <translation>Dies ist Kuroibara ohne die Backup-Engine: es nennt keine Prüfsummen, keinen Fortschritt und keine Fehler, und jedes Konto darauf darf Sicherungen holen. Läuft die Engine daneben unter eigener Adresse, verwenden Sie diese.</translation>
    </message>
    <message>
      <source>This is no SHA-256 fingerprint of a certificate.</source>
      <translation>Das ist kein SHA-256-Fingerabdruck eines Zertifikats.</translation>
    </message>
    <message>
      <source>This is not a backup</source>
      <translation>Das ist keine Sicherung</translation>
    </message>
    <message>
      <source>This is not allowed</source>
      <translation>Das ist nicht erlaubt</translation>
    </message>
    <message>
      <source>This is not the address of a proxy.</source>
      <translation>Das ist nicht die Adresse eines Proxys.</translation>
    </message>
    <message>
      <source>This is the last good copy</source>
      <translation>Das ist die letzte gute Kopie</translation>
    </message>
    <message>
      <source>This restore is not in the journal any more.</source>
      <translation>Diese Wiederherstellung steht nicht mehr im Journal.</translation>
    </message>
    <message>
      <source>This restore was never sent, so there is nothing to compare.</source>
      <translation>Diese Wiederherstellung wurde nie gesendet, es gibt also nichts zu vergleichen.</translation>
    </message>
    <message>
      <source>This restore was not begun.</source>
      <translation>Diese Wiederherstellung wurde nicht begonnen.</translation>
    </message>
    <message>
      <source>This server cannot tell which series a backup holds.</source>
      <translation>Dieser Server kann nicht sagen, welche Serien eine Sicherung enthält.</translation>
    </message>
    <message>
      <source>This server is no longer set up.</source>
      <translation>Dieser Server ist nicht mehr eingerichtet.</translation>
    </message>
    <message>
      <source>This server runs without the backup engine: it tells no checksums, no progress and no failures. Every copy is therefore checked in full on this computer.</source>
      <translation>Dieser Server läuft ohne die Backup-Engine: er nennt keine Prüfsummen, keinen Fortschritt und keine Fehler. Jede Kopie wird darum auf diesem Computer vollständig geprüft.</translation>
    </message>
    <message>
      <source>This ticket is not one of this restore.</source>
      <translation>Dieses Ticket gehört nicht zu dieser Wiederherstellung.</translation>
    </message>
    <message>
      <source>This transfer is no longer in the list.</source>
      <translation>Diese Übertragung steht nicht mehr in der Liste.</translation>
    </message>
    <message>
      <source>This was not begun: a backup is being made, or a restore is under way.</source>
      <translation>Das wurde nicht begonnen: eine Sicherung entsteht, oder eine Wiederherstellung läuft.</translation>
    </message>
    <message>
      <source>To make room, backups that are no longer kept went first: {join}.</source>
      <translation>Um Platz zu schaffen, gingen zuerst Sicherungen, die nicht mehr behalten werden: {join}.</translation>
    </message>
    <message>
      <source>Try again in a minute.</source>
      <translation>Versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
      <source>Try again.</source>
      <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Try again; if it happens again, the server's own log says more.</source>
      <translation>Versuchen Sie es noch einmal; geschieht es wieder, sagt das Protokoll des Servers mehr.</translation>
    </message>
    <message>
      <source>Try the passphrase again; without it, remove the file and sign in anew.</source>
      <translation>Versuchen Sie die Passphrase noch einmal; ohne sie entfernen Sie die Datei und melden Sie sich neu an.</translation>
    </message>
    <message>
      <source>Two tries brought the very same bytes: {filename} is damaged on the server.</source>
      <translation>Zwei Versuche brachten dieselben Bytes: {filename} ist auf dem Server beschädigt.</translation>
    </message>
    <message>
      <source>Two tries brought wrong bytes: something on the way or here changes them.</source>
      <translation>Zwei Versuche brachten falsche Bytes: etwas auf dem Weg oder hier verändert sie.</translation>
    </message>
    <message>
      <source>Type an http:// or https:// proxy, or leave it empty.</source>
      <translation>Geben Sie einen Proxy mit http:// oder https:// ein, oder lassen Sie es leer.</translation>
    </message>
    <message>
      <source>Type it again; a terminal set to another encoding can spoil what is typed.</source>
      <translation>Geben Sie es noch einmal ein; ein Terminal mit anderer Kodierung kann Eingaben verderben.</translation>
    </message>
    <message>
      <source>Type it as http://proxy.example.net:3128, or leave it empty.</source>
      <translation>Geben Sie ihn ein wie http://proxy.example.net:3128, oder lassen Sie es leer.</translation>
    </message>
    <message>
      <source>Type the address alone; you are asked for the password afterwards.</source>
      <translation>Geben Sie nur die Adresse ein; nach dem Passwort werden Sie danach gefragt.</translation>
    </message>
    <message>
      <source>Type the passphrase that you sealed it with.</source>
      <translation>Geben Sie die Passphrase ein, mit der Sie sie versiegelt haben.</translation>
    </message>
    <message>
      <source>Type the six digits that your authenticator app shows for this server.</source>
      <translation>Geben Sie die sechs Ziffern ein, die Ihre Authenticator-App für diesen Server zeigt.</translation>
    </message>
    <message>
      <source>Type your password; it is good for five minutes of this one deed.</source>
      <translation>Geben Sie Ihr Passwort ein; es gilt fünf Minuten lang für diese eine Sache.</translation>
    </message>
    <message>
      <source>Type {server_name} exactly.</source>
      <translation>Geben Sie genau {server_name} ein.</translation>
    </message>
    <message>
      <source>Unlock the keyring of your desktop (often your log-in password) and try again.</source>
      <translation>Entsperren Sie den Schlüsselbund Ihres Desktops (oft mit dem Anmeldepasswort), und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Update this app: it sends more at once than the server takes.</source>
      <translation>Aktualisieren Sie diese App: sie sendet mehr auf einmal, als der Server annimmt.</translation>
    </message>
    <message>
      <source>Update this program.</source>
      <translation>Aktualisieren Sie dieses Programm.</translation>
    </message>
    <message>
      <source>Use 1 or more, or null to keep them for ever.</source>
      <translation>Verwenden Sie 1 oder mehr, oder null, um sie für immer zu behalten.</translation>
    </message>
    <message>
      <source>Use a filename from the list of backups.</source>
      <translation>Verwenden Sie einen Dateinamen aus der Liste der Sicherungen.</translation>
    </message>
    <message>
      <source>Use another copy of this backup.</source>
      <translation>Nehmen Sie eine andere Kopie dieser Sicherung.</translation>
    </message>
    <message>
      <source>Use another copy of this backup. What is undamaged can still be taken out with `extract`.</source>
      <translation>Nehmen Sie eine andere Kopie dieser Sicherung. Was unbeschädigt ist, lässt sich mit `extract` noch herausholen.</translation>
    </message>
    <message>
      <source>Use that version, or move the file away: it is begun anew.</source>
      <translation>Verwenden Sie jene Version, oder legen Sie die Datei beiseite: sie wird neu begonnen.</translation>
    </message>
    <message>
      <source>Use that version, or move the file away: it is made anew.</source>
      <translation>Verwenden Sie jene Version, oder legen Sie die Datei beiseite: sie wird neu erstellt.</translation>
    </message>
    <message>
      <source>Use the keyring of this computer, or a file without a passphrase.</source>
      <translation>Verwenden Sie den Schlüsselbund dieses Computers, oder eine Datei ohne Passphrase.</translation>
    </message>
    <message>
      <source>Use the ticket that the restore's confirmation answered with, or sign in as an administrator.</source>
      <translation>Verwenden Sie das Ticket, das die Bestätigung der Wiederherstellung ergab, oder melden Sie sich als Administrator an.</translation>
    </message>
    <message>
      <source>Verify it (`kuroibara-desktop verify --repair`), then move once more.</source>
      <translation>Prüfen Sie sie (`kuroibara-desktop verify --repair`), und verschieben Sie dann noch einmal.</translation>
    </message>
    <message>
      <source>Verify it again.</source>
      <translation>Prüfen Sie sie noch einmal.</translation>
    </message>
    <message>
      <source>Verify the backup in full: it can be checked without this file.</source>
      <translation>Prüfen Sie die Sicherung vollständig: das geht auch ohne diese Datei.</translation>
    </message>
    <message>
      <source>Wait a little and try again.</source>
      <translation>Warten Sie etwas, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Wait for the next code and type it at once; the clock of your phone must be right.</source>
      <translation>Warten Sie auf den nächsten Code, und geben Sie ihn gleich ein; die Uhr Ihres Telefons muss stimmen.</translation>
    </message>
    <message>
      <source>Wait for the next code; check that both clocks are right.</source>
      <translation>Warten Sie auf den nächsten Code; prüfen Sie, ob beide Uhren stimmen.</translation>
    </message>
    <message>
      <source>Wait until it has ended.</source>
      <translation>Warten Sie, bis sie zu Ende ist.</translation>
    </message>
    <message>
      <source>Wait until nothing writes to the file any more, then begin again.</source>
      <translation>Warten Sie, bis nichts mehr in die Datei schreibt, und beginnen Sie dann von vorn.</translation>
    </message>
    <message>
      <source>Wait until that has ended, then try again.</source>
      <translation>Warten Sie, bis das zu Ende ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>Wait until the other window or command has finished, then try again.</source>
      <translation>Warten Sie, bis das andere Fenster oder der Befehl fertig ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>Wait until the server has finished it, then try again.</source>
      <translation>Warten Sie, bis der Server damit fertig ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>What arrived is damaged: {told}</source>
      <translation>Was ankam, ist beschädigt: {told}</translation>
    </message>
    <message>
      <source>What lies between the two ends: a quick look does not read it.</source>
      <translation>Was zwischen den beiden Enden liegt: ein schneller Blick liest es nicht.</translation>
    </message>
    <message>
      <source>What was given holds characters that cannot be sent to {host}.</source>
      <translation>Das Eingegebene enthält Zeichen, die sich nicht an {host} senden lassen.</translation>
    </message>
    <message>
      <source>What {links} links point to: links are kept out of what is taken out.</source>
      <translation>Worauf {links} Links zeigen: Links werden nicht mit herausgeholt.</translation>
    </message>
    <message>
      <source>Which files are hit: without a readable index they cannot be told apart.</source>
      <translation>Welche Dateien getroffen sind: ohne lesbares Verzeichnis lassen sie sich nicht unterscheiden.</translation>
    </message>
    <message>
      <source>Whoever runs the server must raise the limit of the proxy before it (`client_max_body_size` in nginx).</source>
      <translation>Der Betreiber des Servers muss die Grenze des Proxys davor erhöhen (`client_max_body_size` in nginx).</translation>
    </message>
    <message>
      <source>Write each as Name: value.</source>
      <translation>Schreiben Sie jede als Name: Wert.</translation>
    </message>
    <message>
      <source>Write less.</source>
      <translation>Schreiben Sie weniger.</translation>
    </message>
    <message>
      <source>You are not signed in</source>
      <translation>Sie sind nicht angemeldet</translation>
    </message>
    <message>
      <source>You are not signed in.</source>
      <translation>Sie sind nicht angemeldet.</translation>
    </message>
    <message>
      <source>You are signed out of this server.</source>
      <translation>Sie sind von diesem Server abgemeldet.</translation>
    </message>
    <message>
      <source>You may sign in but not take backups here.</source>
      <translation>Sie dürfen sich anmelden, aber hier keine Sicherungen holen.</translation>
    </message>
    <message>
      <source>Your choice was not kept: {file_of} cannot be written ({strerror}).</source>
      <translation>Ihre Wahl wurde nicht gespeichert: {file_of} lässt sich nicht schreiben ({strerror}).</translation>
    </message>
    <message>
      <source>Your keyring is locked, and it was not unlocked.</source>
      <translation>Ihr Schlüsselbund ist gesperrt und wurde nicht entsperrt.</translation>
    </message>
    <message>
      <source>Your keyring refused to keep or give the sign-in.</source>
      <translation>Ihr Schlüsselbund weigerte sich, die Anmeldung zu behalten oder herauszugeben.</translation>
    </message>
    <message>
      <source>Your sign-in has run out or was withdrawn.</source>
      <translation>Ihre Anmeldung ist abgelaufen oder wurde zurückgezogen.</translation>
    </message>
    <message>
      <source>Your sign-in has run out, and the password that was kept no longer does.</source>
      <translation>Ihre Anmeldung ist abgelaufen, und das aufbewahrte Passwort gilt nicht mehr.</translation>
    </message>
    <message>
      <source>Your sign-in has run out.</source>
      <translation>Ihre Anmeldung ist abgelaufen.</translation>
    </message>
    <message>
      <source>Your sign-in is sealed</source>
      <translation>Ihre Anmeldung ist versiegelt</translation>
    </message>
    <message>
      <source>a computer</source>
      <translation>ein Computer</translation>
    </message>
    <message>
      <source>a footer has {FOOTER_LENGTH} bytes, not {count}</source>
      <translation>ein Fuß hat {FOOTER_LENGTH} Bytes, nicht {count}</translation>
    </message>
    <message>
      <source>a group holds what cannot be in a group</source>
      <translation>eine Gruppe enthält, was in keiner Gruppe stehen darf</translation>
    </message>
    <message>
      <source>a header holds no number where one must be</source>
      <translation>ein Kopf enthält keine Zahl, wo eine stehen muss</translation>
    </message>
    <message>
      <source>a header's checksum is wrong</source>
      <translation>die Prüfsumme eines Kopfes ist falsch</translation>
    </message>
    <message>
      <source>a line of the index is not JSON</source>
      <translation>eine Zeile des Verzeichnisses ist kein JSON</translation>
    </message>
    <message>
      <source>a line of the index is not an object</source>
      <translation>eine Zeile des Verzeichnisses ist kein Objekt</translation>
    </message>
    <message>
      <source>a line of the index is not written as the format demands</source>
      <translation>eine Zeile des Verzeichnisses ist nicht so geschrieben, wie das Format es verlangt</translation>
    </message>
    <message>
      <source>a line of the index is out of place</source>
      <translation>eine Zeile des Verzeichnisses steht am falschen Ort</translation>
    </message>
    <message>
      <source>a line of the index is too long</source>
      <translation>eine Zeile des Verzeichnisses ist zu lang</translation>
    </message>
    <message>
      <source>a line of the index lacks a field or holds a wrong one</source>
      <translation>einer Zeile des Verzeichnisses fehlt ein Feld, oder eines ist falsch</translation>
    </message>
    <message>
      <source>a member of the index holds more than the format allows</source>
      <translation>ein Teil des Verzeichnisses enthält mehr, als das Format erlaubt</translation>
    </message>
    <message>
      <source>a member of the index is longer than the file</source>
      <translation>ein Teil des Verzeichnisses ist länger als die Datei</translation>
    </message>
    <message>
      <source>a proxy before {host}</source>
      <translation>ein Proxy vor {host}</translation>
    </message>
    <message>
      <source>a size is negative</source>
      <translation>eine Größe ist negativ</translation>
    </message>
    <message>
      <source>an extension header holds no number</source>
      <translation>ein Erweiterungskopf enthält keine Zahl</translation>
    </message>
    <message>
      <source>an extension header is too long</source>
      <translation>ein Erweiterungskopf ist zu lang</translation>
    </message>
    <message>
      <source>an extension header makes no sense</source>
      <translation>ein Erweiterungskopf ergibt keinen Sinn</translation>
    </message>
    <message>
      <source>another address</source>
      <translation>eine andere Adresse</translation>
    </message>
    <message>
      <source>applying the rules</source>
      <translation>Anwenden der Regeln</translation>
    </message>
    <message>
      <source>are missing from</source>
      <translation>fehlen in der</translation>
    </message>
    <message>
      <source>ask the server</source>
      <translation>Server fragen</translation>
    </message>
    <message>
      <source>asking for a backup</source>
      <translation>Auftrag für eine Sicherung</translation>
    </message>
    <message>
      <source>asking for a check</source>
      <translation>Auftrag für eine Prüfung</translation>
    </message>
    <message>
      <source>asking for a recovery</source>
      <translation>Auftrag für eine Rettung</translation>
    </message>
    <message>
      <source>asking for a rehearsal</source>
      <translation>Auftrag für eine Probe</translation>
    </message>
    <message>
      <source>asking for the plan</source>
      <translation>Abruf des Plans</translation>
    </message>
    <message>
      <source>asking for {what}</source>
      <translation>Abruf: {what}</translation>
    </message>
    <message>
      <source>asking the server</source>
      <translation>Anfrage beim Server</translation>
    </message>
    <message>
      <source>asking to keep the backup</source>
      <translation>Bitte, die Sicherung zu behalten</translation>
    </message>
    <message>
      <source>asking what is there</source>
      <translation>Frage, was dort ist</translation>
    </message>
    <message>
      <source>asking what the rules would do</source>
      <translation>Fragen nach der Wirkung der Regeln</translation>
    </message>
    <message>
      <source>beginning the restore</source>
      <translation>Beginn der Wiederherstellung</translation>
    </message>
    <message>
      <source>beginning the upload</source>
      <translation>Beginn des Hochladens</translation>
    </message>
    <message>
      <source>beyond the newest {of}</source>
      <translation>jenseits der neuesten {of}</translation>
    </message>
    <message>
      <source>bytes in the library</source>
      <translation>Bytes in der Bibliothek</translation>
    </message>
    <message>
      <source>cancelling the job</source>
      <translation>Abbruch des Auftrags</translation>
    </message>
    <message>
      <source>cancelling the restore</source>
      <translation>Abbruch der Wiederherstellung</translation>
    </message>
    <message>
      <source>carries no marker, so it is not your archive</source>
      <translation>trägt keine Markierung, ist also nicht Ihr Archiv</translation>
    </message>
    <message>
      <source>changing the retention rules</source>
      <translation>Ändern der Aufbewahrungsregeln</translation>
    </message>
    <message>
      <source>changing the schedule</source>
      <translation>Ändern des Zeitplans</translation>
    </message>
    <message>
      <source>checking the password</source>
      <translation>Prüfen des Passworts</translation>
    </message>
    <message>
      <source>checksum file</source>
      <translation>Prüfsummendatei</translation>
    </message>
    <message>
      <source>copying to the new folder</source>
      <translation>Kopieren in den neuen Ordner</translation>
    </message>
    <message>
      <source>copying to the other place</source>
      <translation>Kopieren an den anderen Ort</translation>
    </message>
    <message>
      <source>database.sql is damaged between its bytes {start} and {end}.</source>
      <translation>database.sql ist zwischen den Bytes {start} und {end} beschädigt.</translation>
    </message>
    <message>
      <source>deleting the backup</source>
      <translation>Löschen der Sicherung</translation>
    </message>
    <message>
      <source>does not belong there</source>
      <translation>gehört nicht dorthin</translation>
    </message>
    <message>
      <source>does not end in {ENDING}</source>
      <translation>endet nicht auf {ENDING}</translation>
    </message>
    <message>
      <source>ending the upload</source>
      <translation>Abschluss des Hochladens</translation>
    </message>
    <message>
      <source>ends in a dot or a space</source>
      <translation>endet mit Punkt oder Leerzeichen</translation>
    </message>
    <message>
      <source>files in the library</source>
      <translation>Dateien in der Bibliothek</translation>
    </message>
    <message>
      <source>handing in the invitation</source>
      <translation>Einlösen der Einladung</translation>
    </message>
    <message>
      <source>has a longer or deeper path than is allowed</source>
      <translation>hat einen längeren oder tieferen Pfad als erlaubt</translation>
    </message>
    <message>
      <source>has a name longer than file systems hold</source>
      <translation>hat einen längeren Namen, als Dateisysteme zulassen</translation>
    </message>
    <message>
      <source>holds a zero byte</source>
      <translation>enthält ein Null-Byte</translation>
    </message>
    <message>
      <source>holds characters that cannot be seen</source>
      <translation>enthält unsichtbare Zeichen</translation>
    </message>
    <message>
      <source>in KWallet</source>
      <translation>in KWallet</translation>
    </message>
    <message>
      <source>in the Credential Manager of Windows</source>
      <translation>in der Anmeldeinformationsverwaltung von Windows</translation>
    </message>
    <message>
      <source>in the Keychain of this Mac</source>
      <translation>im Schlüsselbund dieses Mac</translation>
    </message>
    <message>
      <source>in the file {path}</source>
      <translation>in der Datei {path}</translation>
    </message>
    <message>
      <source>in the file {path}, sealed with your passphrase</source>
      <translation>in der Datei {path}, mit Ihrer Passphrase versiegelt</translation>
    </message>
    <message>
      <source>in the keyring</source>
      <translation>im Schlüsselbund</translation>
    </message>
    <message>
      <source>in the keyring of your desktop</source>
      <translation>im Schlüsselbund Ihres Desktops</translation>
    </message>
    <message>
      <source>is an absolute path</source>
      <translation>ist ein absoluter Pfad</translation>
    </message>
    <message>
      <source>is not there</source>
      <translation>ist nicht da</translation>
    </message>
    <message>
      <source>is there twice, or differs in case or accents only</source>
      <translation>ist zweimal da, oder unterscheidet sich nur in Großschreibung oder Akzenten</translation>
    </message>
    <message>
      <source>is too long</source>
      <translation>ist zu lang</translation>
    </message>
    <message>
      <source>it cannot be read back: {strerror}</source>
      <translation>sie lässt sich nicht zurücklesen: {strerror}</translation>
    </message>
    <message>
      <source>it failed</source>
      <translation>es ging nicht</translation>
    </message>
    <message>
      <source>it is being fetched</source>
      <translation>sie wird gerade geholt</translation>
    </message>
    <message>
      <source>it is damaged</source>
      <translation>sie ist beschädigt</translation>
    </message>
    <message>
      <source>it is damaged and counts for nothing: look at it</source>
      <translation>sie ist beschädigt und zählt nicht: sehen Sie nach ihr</translation>
    </message>
    <message>
      <source>it is damaged and counts for nothing; look at it</source>
      <translation>sie ist beschädigt und zählt nicht; sehen Sie nach ihr</translation>
    </message>
    <message>
      <source>it is gone from the disk</source>
      <translation>sie ist von der Platte verschwunden</translation>
    </message>
    <message>
      <source>it is more than a day old</source>
      <translation>er ist älter als ein Tag</translation>
    </message>
    <message>
      <source>it is no tar.</source>
      <translation>sie ist kein tar.</translation>
    </message>
    <message>
      <source>it is not verified yet, and does not count</source>
      <translation>sie ist noch nicht geprüft und zählt nicht</translation>
    </message>
    <message>
      <source>it is not verified yet: `adopt` verifies it</source>
      <translation>sie ist noch nicht geprüft: `adopt` prüft sie</translation>
    </message>
    <message>
      <source>it is suspect, and does not count: look at it</source>
      <translation>sie ist verdächtig und zählt nicht: sehen Sie nach ihr</translation>
    </message>
    <message>
      <source>it is suspect: accept it or remove it</source>
      <translation>sie ist verdächtig: nehmen Sie sie an, oder entfernen Sie sie</translation>
    </message>
    <message>
      <source>it was not made by this engine; `adopt` takes it over</source>
      <translation>diese Engine hat sie nicht erstellt; `adopt` übernimmt sie</translation>
    </message>
    <message>
      <source>it was used already</source>
      <translation>er wurde schon benutzt</translation>
    </message>
    <message>
      <source>its API</source>
      <translation>seine Schnittstelle</translation>
    </message>
    <message>
      <source>its answer</source>
      <translation>seine Antwort</translation>
    </message>
    <message>
      <source>its bytes {start} and {value}</source>
      <translation>seine Bytes {start} und {value}</translation>
    </message>
    <message>
      <source>its checksum is wrong</source>
      <translation>seine Prüfsumme ist falsch</translation>
    </message>
    <message>
      <source>its compressed data make no sense</source>
      <translation>seine komprimierten Daten ergeben keinen Sinn</translation>
    </message>
    <message>
      <source>its description</source>
      <translation>seine Beschreibung</translation>
    </message>
    <message>
      <source>its entries are not in order, or one is there twice</source>
      <translation>seine Einträge sind nicht geordnet, oder einer ist zweimal da</translation>
    </message>
    <message>
      <source>its first entry is {name}.</source>
      <translation>ihr erster Eintrag ist {name}.</translation>
    </message>
    <message>
      <source>its gzip header has no end</source>
      <translation>sein gzip-Kopf hat kein Ende</translation>
    </message>
    <message>
      <source>its padding is not zero</source>
      <translation>seine Auffüllung ist nicht null</translation>
    </message>
    <message>
      <source>its time lies in the future: a clock was wrong</source>
      <translation>ihre Zeit liegt in der Zukunft: eine Uhr ging falsch</translation>
    </message>
    <message>
      <source>leads through an empty, `.` or `..` component</source>
      <translation>führt durch einen leeren, `.`- oder `..`-Bestandteil</translation>
    </message>
    <message>
      <source>lies outside of storage/</source>
      <translation>liegt außerhalb von storage/</translation>
    </message>
    <message>
      <source>looking through the archive</source>
      <translation>Durchsicht des Archivs</translation>
    </message>
    <message>
      <source>made by hand</source>
      <translation>von Hand erstellt</translation>
    </message>
    <message>
      <source>made by hand, and there is room</source>
      <translation>von Hand erstellt, und es ist Platz</translation>
    </message>
    <message>
      <source>making an invitation</source>
      <translation>Erstellen einer Einladung</translation>
    </message>
    <message>
      <source>making the copy</source>
      <translation>Erstellen der Kopie</translation>
    </message>
    <message>
      <source>making the device</source>
      <translation>Anlegen des Geräts</translation>
    </message>
    <message>
      <source>means a device on some systems</source>
      <translation>bezeichnet auf manchen Systemen ein Gerät</translation>
    </message>
    <message>
      <source>more than {of}, and it is the oldest</source>
      <translation>mehr als {of}, und sie ist die älteste</translation>
    </message>
    <message>
      <source>no rows</source>
      <translation>keine Zeilen</translation>
    </message>
    <message>
      <source>nobody knows when it was made</source>
      <translation>niemand weiß, wann sie erstellt wurde</translation>
    </message>
    <message>
      <source>nothing is removed before you say whether the server still holds the same library</source>
      <translation>nichts wird entfernt, bevor Sie sagen, ob der Server noch dieselbe Bibliothek hat</translation>
    </message>
    <message>
      <source>noting the decision</source>
      <translation>Merken der Entscheidung</translation>
    </message>
    <message>
      <source>noting the result</source>
      <translation>Merken des Ergebnisses</translation>
    </message>
    <message>
      <source>noting what you decided</source>
      <translation>Merken Ihrer Entscheidung</translation>
    </message>
    <message>
      <source>of this system</source>
      <translation>dieses Systems</translation>
    </message>
    <message>
      <source>one copy here</source>
      <translation>eine Kopie hier</translation>
    </message>
    <message>
      <source>one zero block stands alone</source>
      <translation>ein Null-Block steht allein</translation>
    </message>
    <message>
      <source>opening the download</source>
      <translation>Öffnen des Downloads</translation>
    </message>
    <message>
      <source>putting the copy in place</source>
      <translation>Ablegen der Kopie</translation>
    </message>
    <message>
      <source>reading back</source>
      <translation>Zurücklesen</translation>
    </message>
    <message>
      <source>reading progress entries</source>
      <translation>Einträge des Lesefortschritts</translation>
    </message>
    <message>
      <source>removing a copy</source>
      <translation>Entfernen einer Kopie</translation>
    </message>
    <message>
      <source>removing the old copies</source>
      <translation>Entfernen der alten Kopien</translation>
    </message>
    <message>
      <source>removing the upload</source>
      <translation>Entfernen des Hochgeladenen</translation>
    </message>
    <message>
      <source>renewing the sign-in</source>
      <translation>Erneuern der Anmeldung</translation>
    </message>
    <message>
      <source>retention is switched off</source>
      <translation>die Aufbewahrungsregeln sind abgeschaltet</translation>
    </message>
    <message>
      <source>revoking the device</source>
      <translation>Sperren des Geräts</translation>
    </message>
    <message>
      <source>rolling back</source>
      <translation>Rückkehr zum vorigen Stand</translation>
    </message>
    <message>
      <source>sending the backup</source>
      <translation>Senden der Sicherung</translation>
    </message>
    <message>
      <source>setting the damaged copy aside</source>
      <translation>Beiseitelegen der beschädigten Kopie</translation>
    </message>
    <message>
      <source>setting up the archive</source>
      <translation>Einrichten des Archivs</translation>
    </message>
    <message>
      <source>setting up the new folder</source>
      <translation>Einrichten des neuen Ordners</translation>
    </message>
    <message>
      <source>setting up the server's folder</source>
      <translation>Einrichten des Ordners für den Server</translation>
    </message>
    <message>
      <source>signing in</source>
      <translation>Anmelden</translation>
    </message>
    <message>
      <source>signing out</source>
      <translation>Abmelden</translation>
    </message>
    <message>
      <source>something follows its end</source>
      <translation>auf sein Ende folgt etwas</translation>
    </message>
    <message>
      <source>storage/{name} is not right: {why}.</source>
      <translation>storage/{name} stimmt nicht: {why}.</translation>
    </message>
    <message>
      <source>switching to the new folder</source>
      <translation>Umstellen auf den neuen Ordner</translation>
    </message>
    <message>
      <source>the bytes of the footer do not agree with each other</source>
      <translation>die Bytes des Fußes widersprechen einander</translation>
    </message>
    <message>
      <source>the chunks of the library do not add up</source>
      <translation>die Stücke der Bibliothek ergeben kein Ganzes</translation>
    </message>
    <message>
      <source>the copy</source>
      <translation>die Kopie</translation>
    </message>
    <message>
      <source>the counts in the header of the index are not those of its lines</source>
      <translation>die Zahlen im Kopf des Verzeichnisses sind nicht die seiner Zeilen</translation>
    </message>
    <message>
      <source>the devices</source>
      <translation>Geräte</translation>
    </message>
    <message>
      <source>the drive</source>
      <translation>das Laufwerk</translation>
    </message>
    <message>
      <source>the end of the file</source>
      <translation>das Ende der Datei</translation>
    </message>
    <message>
      <source>the end of the library's tar</source>
      <translation>das Ende des Bibliotheks-tar</translation>
    </message>
    <message>
      <source>the end of the tar</source>
      <translation>das Ende des tar</translation>
    </message>
    <message>
      <source>the figures</source>
      <translation>Zahlen</translation>
    </message>
    <message>
      <source>the file</source>
      <translation>die Datei</translation>
    </message>
    <message>
      <source>the file as a whole</source>
      <translation>die Datei als Ganzes</translation>
    </message>
    <message>
      <source>the file is shorter than a footer</source>
      <translation>die Datei ist kürzer als ein Fuß</translation>
    </message>
    <message>
      <source>the footer</source>
      <translation>der Fuß</translation>
    </message>
    <message>
      <source>the footer tells of members longer than the file</source>
      <translation>der Fuß nennt Teile, die länger als die Datei sind</translation>
    </message>
    <message>
      <source>the frame around the files from {first} to {last}</source>
      <translation>der Rahmen um die Dateien von {first} bis {last}</translation>
    </message>
    <message>
      <source>the header of the index is not its first line, or not its only one</source>
      <translation>der Kopf des Verzeichnisses ist nicht seine erste Zeile, oder nicht sein einziger</translation>
    </message>
    <message>
      <source>the index</source>
      <translation>das Verzeichnis</translation>
    </message>
    <message>
      <source>the index does not begin with its header</source>
      <translation>das Verzeichnis beginnt nicht mit seinem Kopf</translation>
    </message>
    <message>
      <source>the index does not end with a line's end</source>
      <translation>das Verzeichnis endet nicht mit einem Zeilenende</translation>
    </message>
    <message>
      <source>the index ends inside a group</source>
      <translation>das Verzeichnis endet mitten in einer Gruppe</translation>
    </message>
    <message>
      <source>the index is empty</source>
      <translation>das Verzeichnis ist leer</translation>
    </message>
    <message>
      <source>the job</source>
      <translation>Auftrag</translation>
    </message>
    <message>
      <source>the last rehearsal</source>
      <translation>letzte Probe</translation>
    </message>
    <message>
      <source>the list of backups</source>
      <translation>Liste der Sicherungen</translation>
    </message>
    <message>
      <source>the list of series</source>
      <translation>Liste der Serien</translation>
    </message>
    <message>
      <source>the members of SQL do not add up</source>
      <translation>die Teile des SQL ergeben kein Ganzes</translation>
    </message>
    <message>
      <source>the newest of {word} {period}, number {count}</source>
      <translation>die neueste aus {word} {period}, Nummer {count}</translation>
    </message>
    <message>
      <source>the newest verified full backup</source>
      <translation>die neueste geprüfte vollständige Sicherung</translation>
    </message>
    <message>
      <source>the newest verified full one</source>
      <translation>die neueste geprüfte vollständige</translation>
    </message>
    <message>
      <source>the newest verified one</source>
      <translation>die neueste geprüfte</translation>
    </message>
    <message>
      <source>the newest verified {value} backup</source>
      <translation>die neueste geprüfte Sicherung ({value})</translation>
    </message>
    <message>
      <source>the orphans</source>
      <translation>Verwaiste Sicherungen</translation>
    </message>
    <message>
      <source>the preview</source>
      <translation>Vorschau</translation>
    </message>
    <message>
      <source>the rest of the file</source>
      <translation>der Rest der Datei</translation>
    </message>
    <message>
      <source>the restore</source>
      <translation>Wiederherstellung</translation>
    </message>
    <message>
      <source>the restore cannot be undone any more</source>
      <translation>die Wiederherstellung lässt sich nicht mehr rückgängig machen</translation>
    </message>
    <message>
      <source>the restore's plan</source>
      <translation>Plan der Wiederherstellung</translation>
    </message>
    <message>
      <source>the restores</source>
      <translation>Wiederherstellungen</translation>
    </message>
    <message>
      <source>the retention rules</source>
      <translation>Aufbewahrungsregeln</translation>
    </message>
    <message>
      <source>the schedule</source>
      <translation>Zeitplan</translation>
    </message>
    <message>
      <source>the sign-in</source>
      <translation>Anmeldung</translation>
    </message>
    <message>
      <source>the tar header of backup_metadata.json</source>
      <translation>der tar-Kopf von backup_metadata.json</translation>
    </message>
    <message>
      <source>the tar header of the index</source>
      <translation>der tar-Kopf des Verzeichnisses</translation>
    </message>
    <message>
      <source>the upload</source>
      <translation>Hochgeladenes</translation>
    </message>
    <message>
      <source>the way back from a restore</source>
      <translation>der Rückweg von einer Wiederherstellung</translation>
    </message>
    <message>
      <source>there are more than {of}, but none that may go</source>
      <translation>es gibt mehr als {of}, aber keine, die gehen darf</translation>
    </message>
    <message>
      <source>there is no gzip header where one must be</source>
      <translation>kein gzip-Kopf, wo einer stehen muss</translation>
    </message>
    <message>
      <source>there is no such folder</source>
      <translation>einen solchen Ordner gibt es nicht</translation>
    </message>
    <message>
      <source>there is room for it</source>
      <translation>es ist Platz dafür</translation>
    </message>
    <message>
      <source>tidying up</source>
      <translation>Aufräumen</translation>
    </message>
    <message>
      <source>way to {address}</source>
      <translation>Weg zu {address}</translation>
    </message>
    <message>
      <source>were put into</source>
      <translation>kamen hinzu in der</translation>
    </message>
    <message>
      <source>what it took in</source>
      <translation>was er aufnahm</translation>
    </message>
    <message>
      <source>what the engine can do</source>
      <translation>was die Engine kann</translation>
    </message>
    <message>
      <source>what was read back from the disk is something else</source>
      <translation>das von der Platte Zurückgelesene ist etwas anderes</translation>
    </message>
    <message>
      <source>what was read is not what the index says</source>
      <translation>das Gelesene ist nicht, was das Verzeichnis sagt</translation>
    </message>
    <message>
      <source>what was recovered</source>
      <translation>was gerettet wurde</translation>
    </message>
    <message>
      <source>withdrawing the invitation</source>
      <translation>Zurückziehen der Einladung</translation>
    </message>
    <message>
      <source>would be hidden</source>
      <translation>wäre versteckt</translation>
    </message>
    <message>
      <source>would lead into another folder</source>
      <translation>führte in einen anderen Ordner</translation>
    </message>
    <message>
      <source>writing the page that explains the archive</source>
      <translation>Schreiben der Seite, die das Archiv erklärt</translation>
    </message>
    <message>
      <source>your account</source>
      <translation>Ihr Konto</translation>
    </message>
    <message>
      <source>{NAME} does not have the SHA-256 that was recorded.</source>
      <translation>{NAME} hat nicht den SHA-256, der festgehalten wurde.</translation>
    </message>
    <message>
      <source>{NAME} has {_counted} of table {table}, but {_counted2} were counted when the backup was made.</source>
      <translation>{NAME} hat {_counted} der Tabelle {table}, beim Erstellen der Sicherung wurden aber {_counted2} gezählt.</translation>
    </message>
    <message>
      <source>{NAME} has {size} bytes, but {database_size} were recorded.</source>
      <translation>{NAME} hat {size} Bytes, festgehalten wurden aber {database_size}.</translation>
    </message>
    <message>
      <source>{STORAGE} is not what the metadata say: its size differs, or it lacks.</source>
      <translation>{STORAGE} ist nicht, was die Metadaten sagen: die Größe weicht ab, oder es fehlt.</translation>
    </message>
    <message>
      <source>{abs} bytes {what} the middle of the file; everything behind that place is reported as damaged, but can still be taken out.</source>
      <translation>{abs} Bytes {what} Mitte der Datei; alles dahinter wird als beschädigt gemeldet, lässt sich aber noch herausholen.</translation>
    </message>
    <message>
      <source>{asked} cannot be looked into: {why}.</source>
      <translation>{asked} lässt sich nicht ansehen: {why}.</translation>
    </message>
    <message>
      <source>{count} copies go, which frees {size}.</source>
      <translation>{count} Kopien gehen, das schafft {size} Platz.</translation>
    </message>
    <message>
      <source>{count} copies here</source>
      <translation>{count} Kopien hier</translation>
    </message>
    <message>
      <source>{count} copy goes, which frees {size}.</source>
      <translation>{count} Kopie geht, das schafft {size} Platz.</translation>
    </message>
    <message>
      <source>{count} files that vanished or shrank while the backup was made; zeros stand in their place: {names}.</source>
      <translation>{count} Dateien, die beim Erstellen der Sicherung verschwanden oder schrumpften; an ihrer Stelle stehen Nullen: {names}.</translation>
    </message>
    <message>
      <source>{count} of the {named} files that the database names are not in the library folder.</source>
      <translation>{count} der {named} Dateien, die die Datenbank nennt, sind nicht im Bibliotheksordner.</translation>
    </message>
    <message>
      <source>{extra} bytes follow the end of the backup.</source>
      <translation>{extra} Bytes folgen auf das Ende der Sicherung.</translation>
    </message>
    <message>
      <source>{extra} bytes follow the footer.</source>
      <translation>{extra} Bytes folgen auf den Fuß.</translation>
    </message>
    <message>
      <source>{failure} It is fetched once more.</source>
      <translation>{failure} Es wird noch einmal geholt.</translation>
    </message>
    <message>
      <source>{failure} Perhaps the server is still writing it: it is looked at once more.</source>
      <translation>{failure} Vielleicht schreibt der Server noch daran: es wird noch einmal nachgesehen.</translation>
    </message>
    <message>
      <source>{failure} The server read its own file again: {filename} is damaged on the server. Nothing was put into the archive.</source>
      <translation>{failure} Der Server las seine eigene Datei noch einmal: {filename} ist auf dem Server beschädigt. Nichts kam ins Archiv.</translation>
    </message>
    <message>
      <source>{failure} {why} Nothing was put into the archive.</source>
      <translation>{failure} {why} Nichts kam ins Archiv.</translation>
    </message>
    <message>
      <source>{filename} has {size}, but the drive with your archive has only {size2} left, and the copies on it must stay.</source>
      <translation>{filename} hat {size}, aber auf dem Laufwerk mit Ihrem Archiv sind nur {size2} frei, und die Kopien darauf müssen bleiben.</translation>
    </message>
    <message>
      <source>{filename} is damaged on the server, so it was not copied.</source>
      <translation>{filename} ist auf dem Server beschädigt und wurde nicht kopiert.</translation>
    </message>
    <message>
      <source>{filename} is damaged. {first}</source>
      <translation>{filename} ist beschädigt. {first}</translation>
    </message>
    <message>
      <source>{filename} is no longer on the server.</source>
      <translation>{filename} ist nicht mehr auf dem Server.</translation>
    </message>
    <message>
      <source>{filename} is still being written on the server, so it was not copied yet.</source>
      <translation>{filename} wird auf dem Server noch geschrieben und wurde darum noch nicht kopiert.</translation>
    </message>
    <message>
      <source>{filename} is still being written on the server.</source>
      <translation>{filename} wird auf dem Server noch geschrieben.</translation>
    </message>
    <message>
      <source>{filename} was not read: it is still being written.</source>
      <translation>{filename} wurde nicht gelesen: es wird noch geschrieben.</translation>
    </message>
    <message>
      <source>{filename} was not verified: it was replaced meanwhile.</source>
      <translation>{filename} wurde nicht geprüft: es wurde inzwischen ersetzt.</translation>
    </message>
    <message>
      <source>{folder} is a file, not a folder.</source>
      <translation>{folder} ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
      <source>{host_of} no longer answers by https, and was not asked without.</source>
      <translation>{host_of} antwortet nicht mehr über https und wurde nicht ohne gefragt.</translation>
    </message>
    <message>
      <source>{host} answered {status} where a Kuroibara server would have answered.</source>
      <translation>{host} antwortete {status}, wo ein Kuroibara-Server geantwortet hätte.</translation>
    </message>
    <message>
      <source>{host} answered: {_sentence}</source>
      <translation>{host} antwortete: {_sentence}</translation>
    </message>
    <message>
      <source>{host} answers, but not as a Kuroibara server does.</source>
      <translation>{host} antwortet, aber nicht wie ein Kuroibara-Server.</translation>
    </message>
    <message>
      <source>{host} asks to wait: {_sentence}</source>
      <translation>{host} bittet zu warten: {_sentence}</translation>
    </message>
    <message>
      <source>{host} broke off with {_sentence}</source>
      <translation>{host} brach ab: {_sentence}</translation>
    </message>
    <message>
      <source>{host} cannot be used as a server's address.</source>
      <translation>{host} taugt nicht als Adresse eines Servers.</translation>
    </message>
    <message>
      <source>{host} did not answer in time.</source>
      <translation>{host} antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
      <source>{host} does not take your sign-in.</source>
      <translation>{host} nimmt Ihre Anmeldung nicht an.</translation>
    </message>
    <message>
      <source>{host} does not take your sign-in: {_sentence}</source>
      <translation>{host} nimmt Ihre Anmeldung nicht an: {_sentence}</translation>
    </message>
    <message>
      <source>{host} fell silent while {doing}.</source>
      <translation>{host} verstummte ({doing}).</translation>
    </message>
    <message>
      <source>{host} refused the request ({status})</source>
      <translation>{host} lehnte die Anfrage ab ({status})</translation>
    </message>
    <message>
      <source>{host} reported: {_sentence}</source>
      <translation>{host} meldete: {_sentence}</translation>
    </message>
    <message>
      <source>{host} sends on to {target} instead of answering itself.</source>
      <translation>{host} leitet zu {target} weiter, statt selbst zu antworten.</translation>
    </message>
    <message>
      <source>{host} sends on to {where} instead of answering itself.</source>
      <translation>{host} leitet zu {where} weiter, statt selbst zu antworten.</translation>
    </message>
    <message>
      <source>{host} sent a web page where {asked} was expected.</source>
      <translation>{host} sendete eine Webseite, wo etwas anderes erwartet war ({asked}).</translation>
    </message>
    <message>
      <source>{host} sent an answer without end.</source>
      <translation>{host} sendete eine Antwort ohne Ende.</translation>
    </message>
    <message>
      <source>{host} sent another part of the backup than asked for.</source>
      <translation>{host} sendete einen anderen Teil der Sicherung als verlangt.</translation>
    </message>
    <message>
      <source>{host} sent {asked} in a form that is not understood.</source>
      <translation>{host} sendete etwas Unverständliches ({asked}).</translation>
    </message>
    <message>
      <source>{host} showed no certificate that could be compared.</source>
      <translation>{host} zeigte kein Zertifikat, das sich vergleichen ließe.</translation>
    </message>
    <message>
      <source>{host} shows a certificate that this computer does not trust.</source>
      <translation>{host} zeigt ein Zertifikat, dem dieser Computer nicht vertraut.</translation>
    </message>
    <message>
      <source>{host} shows a certificate that this computer does not trust: {said}.</source>
      <translation>{host} zeigt ein Zertifikat, dem dieser Computer nicht vertraut: {said}.</translation>
    </message>
    <message>
      <source>{host} shows a web page, but no Kuroibara server answers there.</source>
      <translation>{host} zeigt eine Webseite, aber kein Kuroibara-Server antwortet dort.</translation>
    </message>
    <message>
      <source>{left_out} links and the like in the backup, which no restore puts back.</source>
      <translation>{left_out} Links und Ähnliches in der Sicherung, die keine Wiederherstellung zurückbringt.</translation>
    </message>
    <message>
      <source>{left_out} more places are damaged.</source>
      <translation>{left_out} weitere Stellen sind beschädigt.</translation>
    </message>
    <message>
      <source>{member} breaks off after {consumed} bytes: its end is missing.</source>
      <translation>{member} bricht nach {consumed} Bytes ab: das Ende fehlt.</translation>
    </message>
    <message>
      <source>{member} is damaged near byte {at}: {why}.</source>
      <translation>{member} ist nahe Byte {at} beschädigt: {why}.</translation>
    </message>
    <message>
      <source>{name} cannot be read at byte {offset}: {strerror}.</source>
      <translation>{name} lässt sich bei Byte {offset} nicht lesen: {strerror}.</translation>
    </message>
    <message>
      <source>{name} cannot be read: {strerror}.</source>
      <translation>{name} lässt sich nicht lesen: {strerror}.</translation>
    </message>
    <message>
      <source>{name} changed while it was being sent.</source>
      <translation>{name} änderte sich beim Senden.</translation>
    </message>
    <message>
      <source>{name} did not stand the drill. {sentence}</source>
      <translation>{name} bestand die Probe nicht. {sentence}</translation>
    </message>
    <message>
      <source>{name} ends after {size} bytes, but {wanted} are needed: its end is missing.</source>
      <translation>{name} endet nach {size} Bytes, nötig sind aber {wanted}: das Ende fehlt.</translation>
    </message>
    <message>
      <source>{name} has {size}, {name2} before it {size2}.</source>
      <translation>{name} hat {size}, {name2} davor {size2}.</translation>
    </message>
    <message>
      <source>{name} is a device or pipe, which no backup holds.</source>
      <translation>{name} ist ein Gerät oder eine Pipe, was in keiner Sicherung steht.</translation>
    </message>
    <message>
      <source>{name} is a folder, not a backup.</source>
      <translation>{name} ist ein Ordner, keine Sicherung.</translation>
    </message>
    <message>
      <source>{name} is damaged, so it was not taken into the archive. {told}</source>
      <translation>{name} ist beschädigt und kam darum nicht ins Archiv. {told}</translation>
    </message>
    <message>
      <source>{name} is damaged, so nothing was sent. {told}</source>
      <translation>{name} ist beschädigt, darum wurde nichts gesendet. {told}</translation>
    </message>
    <message>
      <source>{name} is empty.</source>
      <translation>{name} ist leer.</translation>
    </message>
    <message>
      <source>{name} is no regular file.</source>
      <translation>{name} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
      <source>{name} is not a backup: it is no gzip file.</source>
      <translation>{name} ist keine Sicherung: es ist keine gzip-Datei.</translation>
    </message>
    <message>
      <source>{name} was not copied: its bytes are no longer those that were verified.</source>
      <translation>{name} wurde nicht kopiert: die Bytes sind nicht mehr die, die geprüft wurden.</translation>
    </message>
    <message>
      <source>{name} was not deleted: another backup has its name on the server now.</source>
      <translation>{name} wurde nicht gelöscht: eine andere Sicherung auf dem Server trägt jetzt diesen Namen.</translation>
    </message>
    <message>
      <source>{name} was not opened: it is encrypted, which this program cannot read.</source>
      <translation>{name} wurde nicht geöffnet: es ist verschlüsselt, was dieses Programm nicht lesen kann.</translation>
    </message>
    <message>
      <source>{name} was not opened: it is of format {format}, which is newer than this program.</source>
      <translation>{name} wurde nicht geöffnet: es hat Format {format}, das neuer ist als dieses Programm.</translation>
    </message>
    <message>
      <source>{name} was not opened: its last 128 bytes, which say where everything is, are missing or damaged.</source>
      <translation>{name} wurde nicht geöffnet: die letzten 128 Bytes, die sagen, wo alles steht, fehlen oder sind beschädigt.</translation>
    </message>
    <message>
      <source>{name} was not removed: no other verified copy here holds as much of its library.</source>
      <translation>{name} wurde nicht entfernt: keine andere geprüfte Kopie hier enthält so viel von ihrer Bibliothek.</translation>
    </message>
    <message>
      <source>{name} was not repaired: the server has other bytes under its name now.</source>
      <translation>{name} wurde nicht repariert: der Server hat unter diesem Namen jetzt andere Bytes.</translation>
    </message>
    <message>
      <source>{name} was not repaired: the server no longer has this backup.</source>
      <translation>{name} wurde nicht repariert: der Server hat diese Sicherung nicht mehr.</translation>
    </message>
    <message>
      <source>{name} was written to while it was read.</source>
      <translation>In {name} wurde geschrieben, während es gelesen wurde.</translation>
    </message>
    <message>
      <source>{path} is a link to another place, where no copies are looked for.</source>
      <translation>{path} ist eine Verknüpfung zu einem anderen Ort, an dem keine Kopien gesucht werden.</translation>
    </message>
    <message>
      <source>{place} cannot be written to: {strerror}.</source>
      <translation>In {place} lässt sich nicht schreiben: {strerror}.</translation>
    </message>
    <message>
      <source>{place} is not there.</source>
      <translation>{place} ist nicht da.</translation>
    </message>
    <message>
      <source>{rows} rows</source>
      <translation>{rows} Zeilen</translation>
    </message>
    <message>
      <source>{sentence} Beginning with the new one.</source>
      <translation>{sentence} Es wird mit der neuen begonnen.</translation>
    </message>
    <message>
      <source>{sentence} It was last seen {seen}, on {drive}.</source>
      <translation>{sentence} Zuletzt gesehen {seen}, auf {drive}.</translation>
    </message>
    <message>
      <source>{sentence} Say which it is: then older ones may go.</source>
      <translation>{sentence} Sagen Sie, welche es ist: dann dürfen ältere gehen.</translation>
    </message>
    <message>
      <source>{sentence} Until now it showed one that an authority vouches for.</source>
      <translation>{sentence} Bisher zeigte er eines, für das eine Stelle bürgt.</translation>
    </message>
    <message>
      <source>{sentence}, and the server does not say why.</source>
      <translation>{sentence}, und der Server sagt nicht, warum.</translation>
    </message>
    <message>
      <source>{sentence}: it was cancelled on the server.</source>
      <translation>{sentence}: auf dem Server abgebrochen.</translation>
    </message>
    <message>
      <source>{size} are to be copied and {size2} must stay free, but the drive with your archive has only {size3} left.</source>
      <translation>{size} sind zu kopieren, und {size2} müssen frei bleiben, aber auf dem Laufwerk mit Ihrem Archiv sind nur {size3} frei.</translation>
    </message>
    <message>
      <source>{strip} is not the address of a server.</source>
      <translation>{strip} ist nicht die Adresse eines Servers.</translation>
    </message>
    <message>
      <source>{told} Ages are shown by the server's clock.</source>
      <translation>{told} Alter werden nach der Uhr des Servers gezeigt.</translation>
    </message>
    <message>
      <source>{username} may still back up: Kuroibara says they are a superuser.</source>
      <translation>{username} darf weiterhin sichern: laut Kuroibara ist es ein Superuser.</translation>
    </message>
    <message>
      <source>{where} breaks off after {offset} bytes of its tar: the {count} zero bytes that end it are missing.</source>
      <translation>{where} bricht nach {offset} Bytes seines tar ab: die {count} Null-Bytes am Ende fehlen.</translation>
    </message>
    <message>
      <source>{where} does not have the digest it must have.</source>
      <translation>{where} hat nicht den Hashwert, den es haben muss.</translation>
    </message>
    <message>
      <source>{where} is damaged at byte {at} of the file.</source>
      <translation>{where} ist bei Byte {at} der Datei beschädigt.</translation>
    </message>
    <message>
      <source>{where} is damaged at byte {offset} of its tar: {why}.</source>
      <translation>{where} ist bei Byte {offset} seines tar beschädigt: {why}.</translation>
    </message>
    <message>
      <source>{where} is damaged between {between}.</source>
      <translation>{where} ist beschädigt zwischen: {between}.</translation>
    </message>
    <message>
      <source>{where} is damaged.</source>
      <translation>{where} ist beschädigt.</translation>
    </message>
    <message>
      <source>{who} answered {status}: the server is not ready.</source>
      <translation>{who} antwortete {status}: der Server ist nicht bereit.</translation>
    </message>
    <message>
      <source>{who} refused the request because it is too large.</source>
      <translation>{who} lehnte die Anfrage ab, weil sie zu groß ist.</translation>
    </message>
    <message>
      <source>{who} refuses pieces of {size}: going on with {size2}.{what}</source>
      <translation>{who} lehnt Stücke von {size} ab: es geht weiter mit {size2}.{what}</translation>
    </message>
    <message>
      <source>{word} {period} has a newer one</source>
      <translation>{word} {period} hat eine neuere</translation>
    </message>
  </context>
  <context>
    <name>sheet</name>
    <message>
      <source>Choose another folder.</source>
      <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>The page was not saved: {reason}.</source>
      <translation>Die Seite wurde nicht gespeichert: {reason}.</translation>
    </message>
  </context>
</TS>
