<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>AddressStep</name>
    <message>
      <source>Continue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Continue without encryption</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No authority vouches for the certificate of {host}. Ask whoever runs the server for its SHA-256 fingerprint, and go on only if it is this one:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Server address</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trust this certificate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type the address you open Kuroibara with, or that of its backup engine.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where is your library?</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>AppSection</name>
    <message>
      <source>Appearance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every change is in force at once, and is remembered.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In the background, so that copies are made without you thinking of them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light or dark, as you like to read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start when I log in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The app no longer starts when you log in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The app starts when you log in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The system does not let the entry for the log-in be written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The theme was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Theme</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This app</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>BackupModel</name>
    <message>
      <source>Contents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kind</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Made</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Proved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>State</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verified</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>BackupTable</name>
    <message>
      <source>Backups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Database</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Today</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>BackupsDoor</name>
    <message>
      <source>Copy it again while the server still holds it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copying {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Making a backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Making {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup was made and checked on the server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The copy of {name} is damaged. {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server is still being asked for its list…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verifying {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} is here, and every byte of it was checked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} is whole: every byte was read again and is right.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>BackupsPage</name>
    <message>
      <source>1 backup · {size}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a server, and its backups can be copied here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a server…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Backups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy offsite now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy what is chosen, or the newest backup (Ctrl+Shift+C)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create the first backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dismiss</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on copying</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Have the server make a backup now (Ctrl+N)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make the first one: it holds the database and, if you like, all manga files.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No backup is like this</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No backups yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No copies in this folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing matches “{words}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refresh the list</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refresh the list (F5)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show all backups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sort by</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The copy of {name} is not complete: {here} of {all} are here already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verify again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} backups · {size}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} of {all} selected · {size}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} of {all} shown</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CodeStep</name>
    <message>
      <source>Code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One more step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type the six digits that your authenticator app shows for this server.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ConfirmDialog</name>
    <message>
      <source>Name of the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Replace what is there?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restore now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That is not the server's name: nothing was begun.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type {name} to go on</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CopiesSection</name>
    <message>
      <source>Accounts, progress and settings; they are small.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Also on a metered network</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Also on battery</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another limit at some hours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Automatic copies</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checked again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Database-only backups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drives rot in silence. What is found damaged is set aside and fetched anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every new one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every {count} days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Full backups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How fast</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Never</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No limit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Noted. It is in force from now on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing comes by itself until you let it again; you can still copy by hand.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Otherwise copies wait for the mains.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pause automatic copies</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read every copy again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>So that others can use the network, too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Speed limit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Such as a phone's. Otherwise copies wait for another network.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The newest, once a week</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What comes by itself</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What comes to this computer without being asked for, and when it may.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When that may be</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With the manga files: only these bring the whole library back.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CreateDialog</name>
    <message>
      <source>A name begins with a letter or digit and holds only letters, digits, spaces, single dots, hyphens and underscores.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accounts, progress and settings, without the manga files.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything can be restored from it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Include the files of the library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name, if you like</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The last one of this kind has {size}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server chooses one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server makes it and checks it; you can go on working meanwhile.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is a backup of this name already.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>DiagnosticsSection</name>
    <message>
      <source>Archive folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Data</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Diagnostics</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the data folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>System</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The report is in the clipboard.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Versions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What somebody who helps you will ask for. It holds no password and no token.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where things are</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>none chosen yet</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>DriveStep</name>
    <message>
      <source>1 copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the drive, or the folder on it that holds the page HOW-TO-RESTORE.txt. Nothing on it is changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the folder with your backups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder with backups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open these backups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The marker of the archive was lost; a new one is written beside the copies.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There are backup files in this folder, but it is no archive of this app. Make an archive with “I have a server”, or by `kuroibara-desktop vault add FOLDER`, and take them in with `kuroibara-desktop import`.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There are no backups in this folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where are your backups?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no server yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} copies</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done} of {all} copies were read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{what} of {servers}, {size}, in {folder}.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>DropZone</name>
    <message>
      <source>A .tar.gz file that a Kuroibara server made. It is checked on this computer first, and nothing changes on the server before you have seen what would.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a file…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drop a backup here</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FileFace</name>
    <message>
      <source>Accounts and progress on the server stay as they are</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accounts, progress, settings and all files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make a safety copy of what is there first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>See what would change</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The files on the server stay as they are</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is to come back to {host}?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is to come back?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Without it, what is on the server now is only kept until the way back is closed.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FilterRow</name>
    <message>
      <source>All contents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All kinds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All states</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Before a restore</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Being written</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clear search and filters (Esc)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Daily</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Damaged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Database</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Encrypted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everywhere</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From another server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Full</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kind</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Made by hand</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Monthly</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not verified yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Of no known kind</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On both sides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only on the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pinned</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Proved by a rehearsal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search backups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search by name, date or kind</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>State</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suspect</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Uploaded</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verified</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weekly</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With any mark</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FirstStep</name>
    <message>
      <source>I have a server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I have backups on a drive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kuroibara keeps copies of your library's backups away from its server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at them, check them and copy them. No server is needed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign in to Kuroibara, and copy its backups to a drive of yours.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What do you have?</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FolderStep</name>
    <message>
      <source>Archive folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a folder for your offsite archive, best on a drive of its own. The copies hold every user's data and password hashes: keep them private.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the archive folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use this folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where should copies go?</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>GrowthChart</name>
    <message>
      <source>Size of your offsite archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>full on about {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the drive would take {size}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{drive} full</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{size} on {day}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Header</name>
    <message>
      <source>Columns of the table; press one to sort by it</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>HomeDoor</name>
    <message>
      <source>Open</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>HomePage</name>
    <message>
      <source>Copy offsite now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copying…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Home</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last 60 days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size by kind</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size of your offsite archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The chart begins with the first copy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server and the archive folder are being looked at.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nothing to count yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tall: full · short: database only · broken: failed</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>HomeWording</name>
    <message>
      <source>A verified copy of {day} full backup is on “{drive}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a server, and its backups are copied to “{drive}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a server…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asking…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy offsite now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create the first backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drive away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every full copy here is suspect: much smaller than the one before. Check whether something is missing in the library.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Full in a few days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Full in about {count} months</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Full in about {count} weeks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Full in about {count} years</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Here, on “{drive}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last seen {age}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No copy here was verified yet. Verify one, or copy anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None of the copies on “{drive}” is known to be verified: choose “Verify again” on the Backups page.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not reachable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing on this computer could bring the library back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only the database is copied, the manga files are not. Copy a full backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Overdue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Signed out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suspect</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The copies are on the server's own machine and would be lost with it. Choose a folder on a drive that you can take away.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The drive was here {age}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The first one takes a moment.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The newest copy here is damaged. Copy it again while the server still has it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The newest copy on “{drive}” is damaged. Whether an older one is whole, “Verify again” on the Backups page tells.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The newest full copy here was made {age}. Copy a newer one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The newest verified full copy on “{drive}” was made {age}. Add a server to copy newer backups.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server has backups, but none of them is on this computer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server has no backup yet: create the first one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server has not been seen yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server is still being asked for its list.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The verified copies on “{drive}” hold the database, but not the manga files.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There are no copies here yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no copy here; the server is still being asked for its list.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unknown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verified</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verified here, on “{drive}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting for the first copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your copies are here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your copies need attention</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your library is protected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your library needs attention</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>last {weekday}'s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>today's</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>verified {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>yesterday's</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{size} free</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>KeepOrRestoreDialog</name>
    <message>
      <source>Keep in my archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restore</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>KindsChart</name>
    <message>
      <source>Before a restore</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By hand</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Daily</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Monthly</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Other</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size by kind</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weekly</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>here {figures}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>none</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>server {figures}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{kind}: here {count} of {size}, on the server {there} of {size_there}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Loading</name>
    <message>
      <source>Asking the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asking the server…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Backups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Connecting…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Home</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>NoticeList</name>
    <message>
      <source>In 1 hour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In 8 hours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Later</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remind me again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remind me again: {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remind me later: {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What to see to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When the drive is in</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>NoticeWording</name>
    <message>
      <source>1 hour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A backup is suspect</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A copy here is damaged: {name}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A copy is damaged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last seen {age}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Later: at {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Later: when the drive is in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Much smaller than the one before: {name}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No fresh backup on the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No fresh copy on this computer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive folder cannot be used.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The drive is away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The drive “{drive}” has been away for {age}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The drive “{drive}” is not connected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The keyring is locked, so the sign-in cannot be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The next copy needs {size}, more than is free on “{drive}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server does not answer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server has made no backup for {age}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server has not been seen for {age}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server was not seen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no full copy here yet that could be relied upon.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This account may sign in, but not take backups.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This computer has had no fresh full copy for {age}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This network is metered: {size} would be fetched over it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You are signed out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You are signed out, so nothing can be copied.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You have been signed out for {age}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} hours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} and {count} more</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>OutcomeFace</name>
    <message>
      <source>Done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Roll back…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The way back</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PasswordDialog</name>
    <message>
      <source>Code of your authenticator app</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Password</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Picker</name>
    <message>
      <source>everything</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{title}: {choice}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PlainFace</name>
    <message>
      <source>Another file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I know this, and want it all the same</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Send it to Kuroibara</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file is not for {host}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What {host} would do with it</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PlanFace</name>
    <message>
      <source>After</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Difference</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing has changed on the server until now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Replace what is there…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What would change</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What would change on {server}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} · {scope} · with a safety copy first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} · {scope} · without a safety copy</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ProgressCard</name>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel: {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopping…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Question</name>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RemindersSection</name>
    <message>
      <source> days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source> hours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A backup is suspect</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A copy is damaged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At once.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At once: it is much smaller than the one before.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each comes once, and goes by itself when its cause is gone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Home calls the library protected as long as the copy is no older.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep quiet at some hours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Noted. It is in force from now on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quiet from</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quiet until</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reminders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show notifications</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The drive is away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server has made no backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server was not seen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This computer has no fresh full copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is due meanwhile is listed at once, and rings afterwards.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What reminds you</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When it may ring</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Without them, reminders stand on the Home page alone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You are signed out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>after</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>until</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{what}: after</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RestorePage</name>
    <message>
      <source>Restore</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RestoreWording</name>
    <message>
      <source>1 person can sign in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Afterwards these people can sign in, with the password of that time, and nobody else: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Before it, a safety copy was made: {name}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chapters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Contents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Given up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It does not say</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kuroibara</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Left out: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Made</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Made by Kuroibara itself (format 1)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Made by the backup engine (format 2)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Made since the restore, and put aside by going back: {rows} rows of the database, {new} new and {changed} changed files ({size}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not confirmed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not proved: {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was changed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was made on the server since the restore.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PostgreSQL</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read to the last byte: every byte is right</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restored</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rolled back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Safe to close: it goes on from here when you come back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Safe to close: the server goes on by itself, and this page tells how it ended when you come back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Series</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size of the files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup is of an older Kuroibara: restart Kuroibara on the server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The database and the files of the library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The database only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The database only: accounts, progress and settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The files only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The restore was not begun</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server holds what {name} held.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server never heard the confirmation.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This backup is suspect: it held much less than the one made before it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Under way</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Until {time} you can return to what was there before.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Users</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was there before is there again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the same</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>unknown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{names} and {count} more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} people can sign in.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Ringing</name>
    <message>
      <source>Copy offsite now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In 1 hour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Rows</name>
    <message>
      <source>Under way…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ServerCard</name>
    <message>
      <source>Connected as {user}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copies on “{drive}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not allowed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not reachable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Server {host}: {state}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Signed out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{connected}, this session only</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ServerMenu</name>
    <message>
      <source>Add a server…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Appearance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another archive folder…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the archive folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refresh</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start when I log in</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SessionOnlyStep</name>
    <message>
      <source>This session only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try the keyring again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You can stay signed in until you close this window. Nothing is written to the disk; next time you sign in again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your sign-in cannot be kept</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message>
      <source>Settings</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SignInStep</name>
    <message>
      <source>Password</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>User name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With your Kuroibara user name and password.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Signing</name>
    <message>
      <source>Kuroibara</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kuroibara with backup engine {version}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kuroibara {version}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>StartFace</name>
    <message>
      <source>Earlier restores</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Step</name>
    <message>
      <source>Back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Working</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>StepLine</name>
    <message>
      <source>{step}: done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{step}: still to come</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{step}: under way</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>StripChart</name>
    <message>
      <source>Days by what came of them. {counts}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The last 60 days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>copied here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>database only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>full backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no backup kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>suspect or damaged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} failed</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Tray</name>
    <message>
      <source>1 hour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>8 hours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy offsite now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open Kuroibara</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the archive folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put reminders off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The last copy failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Until the drive is in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Work is under way</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TroubleDialog</name>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copied</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details of the error</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try again</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TroubleFace</name>
    <message>
      <source>Details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try again</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>WelcomeFlow</name>
    <message>
      <source>Step {number} of {all}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Wishing</name>
    <message>
      <source>Noted. Copies under way keep to it within moments.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Wording</name>
    <message>
      <source>A copy of {server}, another server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A restore of it was rehearsed on the server: {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Before a restore</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Being written</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Both</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By hand</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Daily</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Damaged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Damaged here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Damaged on the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Database</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Encrypted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Full</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Here only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Here: {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Monthly</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Never</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No copy here yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No restore of it was rehearsed on the server yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not verified yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note: {note}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On the server: {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pinned here: no rule removes this copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pinned on the server and here: no rule removes it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pinned on the server: no rule removes it there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Proved {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suspect: much smaller</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unknown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Uploaded</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verified</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verified {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weekly</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{moment}. The server gave this time without a time zone, so it may be off by some hours.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>WorkFace</name>
    <message>
      <source>Check the file on this computer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare it with what is there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put it in place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Send it to the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Starting…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopping…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Works</name>
    <message>
      <source>Asking the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checking what is already here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Comparing with what is on the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copying</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loading the database on the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking through the library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Planning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Putting it in place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Putting the library in place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading the database</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restoring on the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Returning to what was there before</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sending</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Starting…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server checks what arrived</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verifying</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verifying on the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting for its turn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting for its turn on the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting for the connection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Watching for the finished backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>_FolderField</name>
    <message>
      <source>Choose a folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>_HourLine</name>
    <message>
      <source>From</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove these hours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Speed limit at these hours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Until</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>until</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>formatting</name>
    <message>
      <source>1 day ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 hour ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 minute ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 month ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 year ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>MMM</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>MMM yyyy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>byte</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>bytes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>d MMM</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>d MMM yyyy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ddd d MMM</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in the future</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>just now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>yyyy-MM-dd HH:mm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{duration} left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} d</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} days ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} h</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} hours ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} min</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} minutes ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} months ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} years ago</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>said</name>
    <message>
      <source>1 byte</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A code is needed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A gateway before {host} asks for a sign-in of its own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A proxy before the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A web page came from {host} instead of the backup's bytes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another archive than before is at {folder} now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another program of ours is renewing the sign-in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another window or command is at work on the transfers.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another window or command is at work on {filename}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another window or command is changing the list.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask an administrator of the server to switch the account on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask its owner for the right to read it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask whoever runs the server for a valid certificate, or install its own authority in this computer's list of trusted certificates.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask whoever runs the server for the SHA-256 fingerprint of its certificate, and go on only if it is this one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask whoever runs the server to allow it with `kuroibara-backup admin grant` and your user name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At line {line} something follows a COPY statement on its line.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Begin again with the same file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Begin it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Both are kept: the damaged copy, and what the server has now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check its path and owner, or remove it and sign in anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check its path and owner.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check that the file, and the drive that it is on, are there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check that the server is running and that this computer is online, then try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the address: it is the one you open Kuroibara with in the browser, or the backup engine's own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the drive and the rights of that folder, then choose again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the drive it is on; if the file is damaged, move it away: it is begun anew, and no backup is lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the drive it is on; if the file is damaged, move it away: it is made anew from the archive folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the name and the folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the rights of {folder}, and that the drive is not write-protected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the user name and the password; capital letters matter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a .tar.gz file that a Kuroibara server made.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a drive with exFAT, NTFS, APFS or ext4.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a file in a folder that you may write to.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a folder on another drive.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose an empty folder, or one that is yet to be made.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose an empty folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another copy of this backup, or another backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another drive: nothing is given up.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another folder, best on another drive than the server's.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose one that exists.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the archive folder again in the settings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the folder for copies.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the folder that holds the servers' folders; single files are taken in with `kuroibara-desktop import`.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Connect the drive that holds your offsite archive, or choose another folder. Nothing was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Connect the other drive, or add this archive to your list (`kuroibara-desktop vault add`).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy a newer backup first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy another backup, or create a new one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy another backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy database-only backups until there is room: the library's files here stay as old as the last full copy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy the backup again; the damaged bytes were not put into the archive.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Correct the file, or remove it and set the app up anew; no backup is lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Database only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Decrypt it with age first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do not use this file: no backup made by Kuroibara holds such an entry.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enter its address first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything behind byte {offset}: it cannot be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything behind the metadata: a quick look does not read it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>FAT32 ends at 4 GiB: choose a drive with exFAT, NTFS, APFS or ext4.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Free some space on the server, or remove an old backup there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Free some space or choose another folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If the file is trusted, raise the limit named above.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If this network has a sign-in page, open a browser and sign in to it; otherwise check the proxy between here and the server. What was copied so far is kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If this network has a sign-in page, sign in to it; else use that address instead.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Imported files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It has 64 digits and letters from A to F, mostly in pairs: AB:CD:…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its ticket could not be kept: {sentence}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kuroibara Desktop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kuroibara says nothing: looking whether it still answers.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kuroibara took the backup and has not answered since: as it seems, its restore hangs. Whoever runs the server must restart it and its database.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kuroibara took the backup and still answers. It does not say what became of it: look whether the library is what the backup held.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kuroibara without the engine does not say why: its log does.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at the server's log, then try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More statements follow the line that says that the dump is complete.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No Kuroibara server was found there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No archive folder was chosen yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No backup was made: its name {against}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No backup was made: there is one called {name}, and Kuroibara would overwrite it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No keyring answers on this computer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No new backup appeared on the server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No server was chosen yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody vouches for the server's certificate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing answers at {host}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing goes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing more was sent: {who} refuses even pieces of {size}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was begun: what was typed is not the server's name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was copied: the other place lies inside the archive itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was copied: there is no folder {target}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was removed: {old} is not where this archive was before.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was sent: {host} shows the certificate {in_pairs}, but agreed on was {in_pairs2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was sent: {name} was made by the backup engine, and Kuroibara alone would put its tables into the wrong database and report success.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was taken out of {path}: it claims {size} bytes, more than the {file} allowed for one file (limit `file`).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only the wrong pieces are fetched again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Others may read the token file {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please sign in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put the backup engine beside the server and restore with it, recover by hand as HOW-TO-RESTORE.txt tells, or have the engine make a file for Kuroibara with `kuroibara-backup export --format1`.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put the marker back from another copy, or choose an empty folder as archive; the backups in the old one stay usable by hand.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refresh the list and copy the backup that is there now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refresh the list of backups.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refresh the list.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename the backup on the server; do not trust a server that sends such names.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Replace the old copy: until the new one is here, the server holds the only backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Row counts: the backup does not say how many rows each table must have.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign in again with `kuroibara-desktop login` and the same --token-file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign in again with your user name and password.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign in again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign in to it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Somebody may be between here and the server. Ask whoever runs it whether the certificate was renewed; if the new fingerprint is the right one, give it with `kuroibara-desktop login ADDRESS --fingerprint NEW`.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something between here and {host} packs the backup's bytes anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something else answered in the server's place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something is not set up yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something went wrong</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start it again if you want it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stay signed in for this session only, or, without a desktop, give a token with `--token-file` or the variable KUROIBARA_TOKEN.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Switch off compression for downloads in the proxy before the server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the right away: chmod 600 {path}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That every file of the library is there: the format has no list of its files.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That no byte was changed on purpose: Kuroibara's own format holds CRC-32 sums, but no digests.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That this is the very file the server made: no checksum from elsewhere was given.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The SQL of the backup is damaged at byte {offset}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The address holds a user name or password.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive folder failed: {doing} stopped ({reason}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive folder is not there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive folder may not be written to: {doing} stopped ({reason}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive folder went away: {doing} stopped ({reason}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive folder {root} {why}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive is busy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive is in use</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive was not moved: one of the two folders lies inside the other.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive was not moved: {name} came back from the new drive with other bytes than were written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive was not moved: {name} is damaged in the old folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive was not moved: {name} is too large for the drive (FAT32).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive was not moved: {target} is another archive already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive was not moved: {target} is not empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive was refused: it holds more than {entries} entries (limit `entries`).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive was refused: its entry {entry} {why}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive was refused: more than {ratio} times its own size would come out of it (limit `ratio`).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive was refused: more than {total} bytes would come out of it (limit `total`).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup has {size}, but the drive with your archive takes no file over 4 GiB (FAT32).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup holds no {METADATA}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup holds no {decode}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup is damaged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup on the server has another size than in the list.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup on the server is no longer the one in the list.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup on the server is no longer the one that was begun.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup on the server is now shorter than what is here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup was cancelled on the server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup was not made</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup was replaced on the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup's description of itself (backup_metadata.json) is damaged at byte {offset}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup's description of itself (backup_metadata.json, at byte {offset}) cannot be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The bytes that arrived are not those the server promised.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The catalog {file} cannot be used: {exc}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The catalog {file} was made by a newer version of this app.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The check was stopped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The checksum file beside the backup does not hold one line with a SHA-256 and a name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The code was refused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The connection is not encrypted: anyone on the way can read your password and the backups.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The connection to {host} was lost while {doing}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The copy is damaged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The damaged copy is kept. What is whole in it can be taken out with `kuroibara-backup extract`.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The drive cannot replace a file by renaming, so a copy could be lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The drive does not tell capital from small letters: a copy whose name differs from another's in that alone gets a number.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The drive may be failing: copy what is on it, and use another copy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The drive takes no file over {size} (FAT32): larger backups cannot be copied there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The drive with your archive is full: {doing} stopped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The drive with your archive takes no file as large as this: {doing} stopped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The dump breaks off before its closing COMMIT.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The dump breaks off before its closing \unrestrict line.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The dump breaks off {value}{table}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The end of the file is missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The end of the file is missing: copy it again, or use another copy of this backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The end of the file, which lists what is in the backup, is missing or damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file changed meanwhile</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file holds {size}, but {size2} were copied.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file is not a backup of Kuroibara: </source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file {name} may not be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file {path} cannot be read as one that a passphrase opens.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file's SHA-256 is {digest}, not {sha256}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file's SHA-256 is {sha256}, not {expected}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder is a temporary one: the system may empty it at any time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder is synchronised with a cloud: every user's data and password hashes go there too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder lies inside a Kuroibara library: a backup there would be lost with it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The frame around {where} is damaged; its content is not, and can be saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The index is no good: {exc}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The index, which lists the files of the backup, is damaged at byte {offset}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The journal {file} cannot be used: {exc}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The journal {file} was made by a newer version of this app.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The keyring is locked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The keyring of this computer does not answer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The last 128 bytes of the file are damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The library at {address} suddenly holds much less. {why}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The library folder is empty, but the database names {missing} files in it. Is its drive mounted?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The line that says that the dump is complete is missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The marker of the archive folder {root} cannot be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The marker {name} in {root} is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The metadata tell of other contents than the index.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The name and time in the gzip header and the unused bits behind the data: nothing in the file tells whether they are right.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The name is not acceptable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The new drive is failing: choose another. The old archive is whole.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The passphrase does not open {path}, or the file was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The password is needed once more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The password is right; this account also asks for a code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The proxy before {host}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The proxy between here and {host} failed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The request cannot be carried out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The request was refused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The request was too large</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The retention rules were not accepted: {name} is {count}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server at {address} is no longer the one that {_number} came from: it was installed anew, or another one is there now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server began a backup but does not say which job it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server calls a backup {shown}: the name {why}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server cannot be reached</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server could not make the backup and does not say why.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server did not accept this code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server did not take the backup in: {sentence}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server does not know this user name and password.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server finished the backup but does not list it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server has no room for this backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server has switched this account off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server is busy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server is busy, as a Kuroibara without the engine is while it packs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server refused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server reported a fault</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server runs on this computer: if it is lost, so are the copies, unless the folder is on a drive that you take away.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server sends more bytes than the backup has.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server shows another certificate than before</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server stopped and does not say why.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server stopped before the end.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server took the backup in but does not list it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server wants your password once more for this.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server's certificate is not trusted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server's clock is {by} ahead of this computer's.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server's clock is {by} behind this computer's.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The settings in {profile_file} cannot be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sign-in could not be written to {path}: {strerror}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sign-in was refused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The tar header of {where} is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The token file {path} cannot be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The token file {path} holds no token.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There are no backups in the folders below {folder}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There are {now} {word}; the newest verified backup has {then}. Has something been lost?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no connection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no copy of this backup here to verify.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no file {name}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no keyring</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no room for another copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no such thing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is not enough space</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nothing to roll back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There were too many attempts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This account is switched off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This account may not take backups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This backup cannot be copied yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This folder cannot hold the archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is Kuroibara without the backup engine. Its own restore tells neither whether it went well nor when it ended. On a server in use it usually never ends: nobody can sign in any more until whoever runs it restarts it and its database. Where it does end, it mixes the backup with what is there, and the library's files are moved aside first. Nothing can be undone from here. Better: put the backup engine beside the server, and restore with that.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is Kuroibara without the backup engine: it tells no checksums, no progress and no failures, and any account on it may take backups. If the engine runs beside it at an address of its own, use that one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is no SHA-256 fingerprint of a certificate.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not a backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not allowed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is the last good copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This restore was not begun.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This server is no longer set up.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This server runs without the backup engine: it tells no checksums, no progress and no failures. Every copy is therefore checked in full on this computer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This transfer is no longer in the list.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try again; if it happens again, the server's own log says more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try the passphrase again; without it, remove the file and sign in anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Two tries brought the very same bytes: {filename} is damaged on the server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Two tries brought wrong bytes: something on the way or here changes them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type it again; a terminal set to another encoding can spoil what is typed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type the address alone; you are asked for the password afterwards.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type the six digits that your authenticator app shows for this server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type your password; it is good for five minutes of this one deed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type {server_name} exactly.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unlock the keyring of your desktop (often your log-in password) and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Update this app: it sends more at once than the server takes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Update this program.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use 1 or more, or null to keep them for ever.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use another copy of this backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use another copy of this backup. What is undamaged can still be taken out with `extract`.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use that version, or move the file away: it is begun anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use that version, or move the file away: it is made anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verify it (`kuroibara-desktop verify --repair`), then move once more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verify the backup in full: it can be checked without this file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wait a little and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wait for the next code and type it at once; the clock of your phone must be right.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wait until nothing writes to the file any more, then begin again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wait until the other window or command has finished, then try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wait until the server has finished it, then try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What arrived is damaged: {told}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What lies between the two ends: a quick look does not read it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was given holds characters that cannot be sent to {host}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What {links} links point to: links are kept out of what is taken out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which files are hit: without a readable index they cannot be told apart.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whoever runs the server must raise the limit of the proxy before it (`client_max_body_size` in nginx).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You are not signed in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You are not signed in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You may sign in but not take backups here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your choice was not kept: {file_of} cannot be written ({strerror}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your keyring is locked, and it was not unlocked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your keyring refused to keep or give the sign-in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your sign-in has run out or was withdrawn.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your sign-in has run out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a computer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a footer has {FOOTER_LENGTH} bytes, not {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a group holds what cannot be in a group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a header holds no number where one must be</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a header's checksum is wrong</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a line of the index is not JSON</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a line of the index is not an object</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a line of the index is not written as the format demands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a line of the index is out of place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a line of the index is too long</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a line of the index lacks a field or holds a wrong one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a member of the index holds more than the format allows</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a member of the index is longer than the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a proxy before {host}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a size is negative</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>an extension header holds no number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>an extension header is too long</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>an extension header makes no sense</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>another address</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>applying the rules</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>are missing from</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ask the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>asking for a backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>asking for a check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>asking for a recovery</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>asking for a rehearsal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>asking for the plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>asking for {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>asking the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>asking to keep the backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>asking what is there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>beginning the restore</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>beginning the upload</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>beyond the newest {of}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>bytes in the library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cancelling the job</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cancelling the restore</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>carries no marker, so it is not your archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>changing the retention rules</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>changing the schedule</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>checking the password</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>checksum file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>copying to the new folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>copying to the other place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>database.sql is damaged between its bytes {start} and {end}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>deleting the backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>does not belong there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>does not end in {ENDING}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ending the upload</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ends in a dot or a space</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>files in the library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>handing in the invitation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has a longer or deeper path than is allowed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has a name longer than file systems hold</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds a zero byte</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds characters that cannot be seen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in KWallet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in the Credential Manager of Windows</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in the Keychain of this Mac</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in the file {path}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in the file {path}, sealed with your passphrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in the future</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in the keyring</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in the keyring of your desktop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is an absolute path</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is there twice, or differs in case or accents only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is too long</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it is being fetched</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it is damaged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it is damaged and counts for nothing: look at it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it is damaged and counts for nothing; look at it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it is no tar.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it is not verified yet, and does not count</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it is not verified yet: `adopt` verifies it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it is suspect, and does not count: look at it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it is suspect: accept it or remove it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it was not made by this engine; `adopt` takes it over</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>its API</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>its answer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>its bytes {start} and {value}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>its checksum is wrong</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>its compressed data make no sense</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>its description</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>its entries are not in order, or one is there twice</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>its first entry is {name}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>its gzip header has no end</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>its padding is not zero</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>its time lies in the future: a clock was wrong</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>just now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>leads through an empty, `.` or `..` component</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lies outside of storage/</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>looking through the archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>made by hand</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>made by hand, and there is room</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>making an invitation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>making the copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>making the device</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>means a device on some systems</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>more than {of}, and it is the oldest</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no rows</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nobody knows when it was made</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nothing is removed before you say whether the server still holds the same library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>noting the decision</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>noting the result</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>noting what you decided</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>one copy here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>one zero block stands alone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>opening the download</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>putting the copy in place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>reading back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>reading progress entries</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>removing a copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>removing the old copies</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>removing the upload</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>renewing the sign-in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>retention is switched off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>revoking the device</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>rolling back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>sending the backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>setting the damaged copy aside</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>setting up the archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>setting up the new folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>setting up the server's folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>signing in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>signing out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>something follows its end</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>switching to the new folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the bytes of the footer do not agree with each other</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the chunks of the library do not add up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the counts in the header of the index are not those of its lines</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the devices</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the drive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the end of the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the end of the library's tar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the end of the tar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the figures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the file as a whole</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the file is shorter than a footer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the footer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the footer tells of members longer than the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the frame around the files from {first} to {last}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the header of the index is not its first line, or not its only one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the index does not begin with its header</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the index does not end with a line's end</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the index ends inside a group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the index is empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the job</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the last rehearsal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the list of backups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the members of SQL do not add up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the newest of {word} {period}, number {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the newest verified full backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the newest verified full one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the newest verified one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the newest verified {value} backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the orphans</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the preview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the rest of the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the restore</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the restore cannot be undone any more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the restore's plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the restores</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the retention rules</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the schedule</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the sign-in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the tar header of backup_metadata.json</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the tar header of the index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the upload</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the way back from a restore</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>there are more than {of}, but none that may go</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>there is no gzip header where one must be</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>there is no such folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>there is room for it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tidying up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>were put into</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>what it took in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>what the engine can do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>what was recovered</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>withdrawing the invitation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>would be hidden</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>would lead into another folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>writing the page that explains the archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>your account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{NAME} does not have the SHA-256 that was recorded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{NAME} has {_counted} of table {table}, but {_counted2} were counted when the backup was made.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{NAME} has {size} bytes, but {database_size} were recorded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{STORAGE} is not what the metadata say: its size differs, or it lacks.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{abs} bytes {what} the middle of the file; everything behind that place is reported as damaged, but can still be taken out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{asked} cannot be looked into: {why}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} bytes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} copies go, which frees {size}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} copies here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} copy goes, which frees {size}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} files that vanished or shrank while the backup was made; zeros stand in their place: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} {unit} ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} {unit}s ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{duration} left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{extra} bytes follow the end of the backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{extra} bytes follow the footer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{failure} It is fetched once more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{failure} The server read its own file again: {filename} is damaged on the server. Nothing was put into the archive.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{failure} {why} Nothing was put into the archive.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{filename} has {size}, but the drive with your archive has only {size2} left, and the copies on it must stay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{filename} is damaged on the server, so it was not copied.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{filename} is no longer on the server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{filename} is still being written on the server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{folder} is a file, not a folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host_of} no longer answers by https, and was not asked without.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} answered {status} where a Kuroibara server would have answered.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} answered: {_sentence}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} answers, but not as a Kuroibara server does.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} asks to wait: {_sentence}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} broke off with {_sentence}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} cannot be used as a server's address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} did not answer in time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} does not take your sign-in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} does not take your sign-in: {_sentence}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} fell silent while {doing}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} refused the request ({status})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} reported: {_sentence}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} sends on to {host_of} instead of answering itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} sends on to {target} instead of answering itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} sent a web page where {asked} was expected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} sent an answer without end.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} sent another part of the backup than asked for.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} sent {asked} in a form that is not understood.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} showed no certificate that could be compared.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} shows a certificate that this computer does not trust.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} shows a certificate that this computer does not trust: {said}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} shows a web page, but no Kuroibara server answers there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{left_out} more places are damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{member} breaks off after {consumed} bytes: its end is missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{member} is damaged near byte {at}: {why}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} cannot be read at byte {offset}: {strerror}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} cannot be read: {strerror}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} changed while it was being sent.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} ends after {size} bytes, but {wanted} are needed: its end is missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} has {size}, {name2} before it {size2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} is a device or pipe, which no backup holds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} is a folder, not a backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} is damaged, so it was not taken into the archive. {told}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} is damaged, so nothing was sent. {told}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} is empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} is no regular file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} is not a backup: it is no gzip file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} was not copied: its bytes are no longer those that were verified.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} was not opened: it is encrypted, which this program cannot read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} was not opened: it is of format {format}, which is newer than this program.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} was not opened: its last 128 bytes, which say where everything is, are missing or damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} was not removed: no other verified copy here holds as much of its library.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} was not repaired: the server has other bytes under its name now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} was not repaired: the server no longer has this backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} was written to while it was read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{place} cannot be written to: {strerror}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{place} is not there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{rows} rows</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{sentence} Beginning with the new one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{sentence} It was last seen {seen}, on {drive}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{sentence} Say which it is: then older ones may go.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{sentence} Until now it showed one that an authority vouches for.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{size} are to be copied and {size2} must stay free, but the drive with your archive has only {size3} left.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{strip} is not the address of a server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{told} Ages are shown by the server's clock.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{when} (server time)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{where} breaks off after {offset} bytes of its tar: the {count} zero bytes that end it are missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{where} does not have the digest it must have.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{where} is damaged at byte {at} of the file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{where} is damaged at byte {offset} of its tar: {why}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{where} is damaged between {between}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{where} is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{who} answered {status}: the server is not ready.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{who} refused the request because it is too large.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{who} refuses pieces of {size}: going on with {size2}.{what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{word} {period} has a newer one</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
