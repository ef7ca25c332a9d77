<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
  <context>
    <name>AcceptDialog</name>
    <message>
      <source>Accept</source>
      <translation>承認する</translation>
    </message>
    <message>
      <source>Accept {count} suspect backups?</source>
      <translation>要確認のバックアップ {count} 件を承認しますか?</translation>
    </message>
    <message>
      <source>Accept {name}?</source>
      <translation>{name} を承認しますか?</translation>
    </message>
    <message>
      <source>It holds much less than the one before it: perhaps a drive was not mounted when it was made. Once accepted it counts as good, later ones are measured by it, and rules may remove older ones for it. That cannot be taken back.</source>
      <translation>前のバックアップより内容がかなり少なくなっています。作成時にドライブがマウントされていなかった可能性があります。承認すると正常とみなされ、以後のバックアップはこれと比べられ、ルールにより古いものが削除されることがあります。取り消すことはできません。</translation>
    </message>
  </context>
  <context>
    <name>AddressStep</name>
    <message>
      <source>Advanced</source>
      <translation>詳細設定</translation>
    </message>
    <message>
      <source>As the system says; “direct” for none</source>
      <translation>システムに合わせる (「direct」で不使用)</translation>
    </message>
    <message>
      <source>Continue</source>
      <translation>続ける</translation>
    </message>
    <message>
      <source>Continue without encryption</source>
      <translation>暗号化なしで続ける</translation>
    </message>
    <message>
      <source>Headers that a gateway wants, one a line</source>
      <translation>ゲートウェイ用のヘッダー (1 行に 1 つ)</translation>
    </message>
    <message>
      <source>No authority vouches for the certificate of {host}. Ask whoever runs the server for its SHA-256 fingerprint, and go on only if it is this one:</source>
      <translation>{host} の証明書を保証する認証局がありません。サーバーの管理者に SHA-256 フィンガープリントを確認し、次と一致する場合だけ続けてください:</translation>
    </message>
    <message>
      <source>Proxy</source>
      <translation>プロキシ</translation>
    </message>
    <message>
      <source>Server address</source>
      <translation>サーバーのアドレス</translation>
    </message>
    <message>
      <source>Trust this certificate</source>
      <translation>この証明書を信頼する</translation>
    </message>
    <message>
      <source>Type the address you open Kuroibara with, or that of its backup engine.</source>
      <translation>Kuroibara を開くときのアドレス、またはバックアップエンジンのアドレスを入力してください。</translation>
    </message>
    <message>
      <source>Where is your library?</source>
      <translation>ライブラリはどこにありますか?</translation>
    </message>
  </context>
  <context>
    <name>AppSection</name>
    <message>
      <source>Appearance</source>
      <translation>外観</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>システムに合わせる</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>ダーク</translation>
    </message>
    <message>
      <source>Every change is in force at once, and is remembered.</source>
      <translation>変更はすぐに反映され、保存されます。</translation>
    </message>
    <message>
      <source>In the background, so that copies are made without you thinking of them.</source>
      <translation>意識しなくてもコピーが作られるよう、バックグラウンドで動きます。</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>言語</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>ライト</translation>
    </message>
    <message>
      <source>Light or dark, as you like to read.</source>
      <translation>読みやすいほうを選べます。</translation>
    </message>
    <message>
      <source>Noted. Quit the app and start it again to read it in this language.</source>
      <translation>保存しました。アプリを終了して起動し直すと、この言語で表示されます。</translation>
    </message>
    <message>
      <source>Spoken from the next start of the app on.</source>
      <translation>次にアプリを起動したときから使われます。</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>起動</translation>
    </message>
    <message>
      <source>Start when I log in</source>
      <translation>ログイン時に起動する</translation>
    </message>
    <message>
      <source>The app no longer starts when you log in.</source>
      <translation>ログイン時に起動しなくなりました。</translation>
    </message>
    <message>
      <source>The app starts when you log in.</source>
      <translation>ログイン時に起動します。</translation>
    </message>
    <message>
      <source>The system does not let the entry for the log-in be written.</source>
      <translation>システムがログイン項目の書き込みを許可しません。</translation>
    </message>
    <message>
      <source>The theme was changed.</source>
      <translation>テーマを変更しました。</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>テーマ</translation>
    </message>
  </context>
  <context>
    <name>Arriving</name>
    <message>
      <source>Finish the steps of the window, then drop the file again.</source>
      <translation>画面の手順を終えてから、もう一度ファイルをドロップしてください。</translation>
    </message>
    <message>
      <source>Nothing was done: the app is not set up yet.</source>
      <translation>アプリの設定がまだのため、何も行いませんでした。</translation>
    </message>
    <message>
      <source>Taking in {name}</source>
      <translation>{name} を取り込んでいます</translation>
    </message>
  </context>
  <context>
    <name>Background</name>
    <message>
      <source>Keeping your choice</source>
      <translation>設定を保存しています</translation>
    </message>
    <message>
      <source>Reading copies again</source>
      <translation>コピーを読み直しています</translation>
    </message>
    <message>
      <source>Repairing {name}</source>
      <translation>{name} を修復しています</translation>
    </message>
    <message>
      <source>{count} copies went by the rules of the archive, which freed {size}.</source>
      <translation>保存先のルールによりコピー {count} 件を削除し、{size} が空きました。</translation>
    </message>
    <message>
      <source>{name} went by the rules of the archive, which freed {size}.</source>
      <translation>保存先のルールにより {name} を削除し、{size} が空きました。</translation>
    </message>
  </context>
  <context>
    <name>BackupMenu</name>
    <message>
      <source>Accept although suspect…</source>
      <translation>要確認のまま承認…</translation>
    </message>
    <message>
      <source>Copy to another place…</source>
      <translation>別の場所にコピー…</translation>
    </message>
    <message>
      <source>Delete on the server…</source>
      <translation>サーバーから削除…</translation>
    </message>
    <message>
      <source>Delete the copy here…</source>
      <translation>ここのコピーを削除…</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>メモ…</translation>
    </message>
    <message>
      <source>Pin: let no rule remove it</source>
      <translation>固定する:ルールで削除しない</translation>
    </message>
    <message>
      <source>Properties</source>
      <translation>プロパティ</translation>
    </message>
    <message>
      <source>Prove by a rehearsed restore</source>
      <translation>復元テストを行う</translation>
    </message>
    <message>
      <source>Repair from the server</source>
      <translation>サーバーから修復</translation>
    </message>
    <message>
      <source>Restore…</source>
      <translation>復元…</translation>
    </message>
    <message>
      <source>Some are for administrators: sign in as one.</source>
      <translation>一部は管理者専用です。管理者としてサインインしてください。</translation>
    </message>
    <message>
      <source>Some need the backup engine, which this server does not have.</source>
      <translation>一部はバックアップエンジンが必要ですが、このサーバーにはありません。</translation>
    </message>
    <message>
      <source>Some need the server, which cannot be asked now.</source>
      <translation>一部はサーバーが必要ですが、今は接続できません。</translation>
    </message>
    <message>
      <source>Sort by</source>
      <translation>並べ替え</translation>
    </message>
    <message>
      <source>The copy here is damaged: repair it first.</source>
      <translation>ここのコピーは破損しています。先に修復してください。</translation>
    </message>
    <message>
      <source>The server is still writing this backup.</source>
      <translation>サーバーはこのバックアップをまだ作成中です。</translation>
    </message>
    <message>
      <source>The server no longer has it whole, so it cannot be repaired.</source>
      <translation>サーバーにも正常なものが残っていないため、修復できません。</translation>
    </message>
    <message>
      <source>This server's backup engine does not offer all of it.</source>
      <translation>このサーバーのバックアップエンジンでは一部を利用できません。</translation>
    </message>
    <message>
      <source>To restore it, copy it here first.</source>
      <translation>復元するには、先にここへコピーしてください。</translation>
    </message>
    <message>
      <source>Unpin</source>
      <translation>固定を解除</translation>
    </message>
    <message>
      <source>Verify on the server</source>
      <translation>サーバーで検証</translation>
    </message>
    <message>
      <source>What can be done with the chosen backups</source>
      <translation>選んだバックアップに対する操作</translation>
    </message>
  </context>
  <context>
    <name>BackupModel</name>
    <message>
      <source>Contents</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>種類</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>作成</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名前</translation>
    </message>
    <message>
      <source>Proved</source>
      <translation>復元テスト</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>サイズ</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状態</translation>
    </message>
    <message>
      <source>Verified</source>
      <translation>検証</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>場所</translation>
    </message>
  </context>
  <context>
    <name>BackupTable</name>
    <message>
      <source>Backups</source>
      <translation>バックアップ</translation>
    </message>
    <message>
      <source>Columns of the table; press one to sort by it</source>
      <translation>表の列。押すと並べ替えます</translation>
    </message>
    <message>
      <source>Copy here</source>
      <translation>コピー</translation>
    </message>
    <message>
      <source>Database</source>
      <translation>データベース</translation>
    </message>
    <message>
      <source>On the server</source>
      <translation>サーバー</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>今日</translation>
    </message>
  </context>
  <context>
    <name>BackupsDoor</name>
    <message>
      <source>Copy it again while the server still holds it.</source>
      <translation>サーバーに残っているうちに、もう一度コピーしてください。</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>詳細</translation>
    </message>
    <message>
      <source>Go on copying</source>
      <translation>コピーを続ける</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>もう一度確認</translation>
    </message>
    <message>
      <source>Making a backup</source>
      <translation>バックアップを作成しています</translation>
    </message>
    <message>
      <source>Making {name}</source>
      <translation>{name} を作成しています</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>サインイン</translation>
    </message>
    <message>
      <source>The backup was made and checked on the server.</source>
      <translation>サーバーでバックアップを作成し、検証しました。</translation>
    </message>
    <message>
      <source>The copy of {name} is damaged. {what}</source>
      <translation>{name} のコピーが破損しています。{what}</translation>
    </message>
    <message>
      <source>The copy of {name} is not complete: {here} of {all} are here already.</source>
      <translation>{name} のコピーは途中です:{all} のうち {here} が届いています。</translation>
    </message>
    <message>
      <source>The server is still being asked for its list…</source>
      <translation>サーバーに一覧を問い合わせています…</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>もう一度試す</translation>
    </message>
    <message>
      <source>Verifying {name}</source>
      <translation>{name} を検証しています</translation>
    </message>
    <message>
      <source>{name} is here, and every byte of it was checked.</source>
      <translation>{name} がここに届き、全バイトを検証しました。</translation>
    </message>
    <message>
      <source>{name} is in your archive now.</source>
      <translation>{name} を保存先に取り込みました。</translation>
    </message>
    <message>
      <source>{name} is whole: every byte was read again and is right.</source>
      <translation>{name} は正常です。全バイトを読み直し、一致しました。</translation>
    </message>
  </context>
  <context>
    <name>BackupsPage</name>
    <message>
      <source>1 backup · {size}</source>
      <translation>バックアップ 1 件 · {size}</translation>
    </message>
    <message>
      <source>Add a file…</source>
      <translation>ファイルを追加…</translation>
    </message>
    <message>
      <source>Add a server, and its backups can be copied here.</source>
      <translation>サーバーを追加すると、そのバックアップをここへコピーできます。</translation>
    </message>
    <message>
      <source>Add a server…</source>
      <translation>サーバーを追加…</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>バックアップ</translation>
    </message>
    <message>
      <source>Copy offsite now</source>
      <translation>今すぐコピー</translation>
    </message>
    <message>
      <source>Copy what is chosen, or the newest backup (Ctrl+Shift+C)</source>
      <translation>選んだもの、または最新のバックアップをコピー (Ctrl+Shift+C)</translation>
    </message>
    <message>
      <source>Create backup</source>
      <translation>バックアップを作成</translation>
    </message>
    <message>
      <source>Create the first backup</source>
      <translation>最初のバックアップを作成</translation>
    </message>
    <message>
      <source>Have the server make a backup now (Ctrl+N)</source>
      <translation>今すぐサーバーでバックアップを作成 (Ctrl+N)</translation>
    </message>
    <message>
      <source>Make the first one: it holds the database and, if you like, all manga files.</source>
      <translation>最初の 1 つを作りましょう。データベースと、必要ならすべてのマンガファイルが入ります。</translation>
    </message>
    <message>
      <source>More that can be done</source>
      <translation>その他の操作</translation>
    </message>
    <message>
      <source>More that can be done (the menu key)</source>
      <translation>その他の操作 (メニューキー)</translation>
    </message>
    <message>
      <source>No backup is like this</source>
      <translation>該当するバックアップはありません</translation>
    </message>
    <message>
      <source>No backups yet</source>
      <translation>バックアップはまだありません</translation>
    </message>
    <message>
      <source>No copies in this folder</source>
      <translation>このフォルダーにコピーはありません</translation>
    </message>
    <message>
      <source>Nothing matches “{words}”</source>
      <translation>「{words}」に一致するものはありません</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>フォルダーを開く</translation>
    </message>
    <message>
      <source>Refresh the list</source>
      <translation>一覧を更新</translation>
    </message>
    <message>
      <source>Refresh the list (F5)</source>
      <translation>一覧を更新 (F5)</translation>
    </message>
    <message>
      <source>Show all backups</source>
      <translation>すべてのバックアップを表示</translation>
    </message>
    <message>
      <source>Take a backup file from anywhere into the archive (Ctrl+O)</source>
      <translation>任意の場所のバックアップファイルを保存先に取り込む (Ctrl+O)</translation>
    </message>
    <message>
      <source>Verify again</source>
      <translation>再検証</translation>
    </message>
    <message>
      <source>{count} backups · {size}</source>
      <translation>バックアップ {count} 件 · {size}</translation>
    </message>
    <message>
      <source>{count} of {all} selected · {size}</source>
      <translation>{all} 件中 {count} 件を選択 · {size}</translation>
    </message>
    <message>
      <source>{count} of {all} shown</source>
      <translation>{all} 件中 {count} 件を表示</translation>
    </message>
  </context>
  <context>
    <name>ChecklistCard</name>
    <message>
      <source>Compare with the backup</source>
      <translation>バックアップと比較</translation>
    </message>
    <message>
      <source>Copy the list</source>
      <translation>一覧をコピー</translation>
    </message>
    <message>
      <source>Did everything arrive?</source>
      <translation>すべて届きましたか?</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>進捗</translation>
    </message>
    <message>
      <source>Sign in…</source>
      <translation>サインイン…</translation>
    </message>
    <message>
      <source>The server counts again, and the list says what is there of the backup.</source>
      <translation>サーバーがもう一度数え、バックアップの内容がそろっているかを一覧に示します。</translation>
    </message>
  </context>
  <context>
    <name>ChecklistWording</name>
    <message>
      <source>All manga appear in the library</source>
      <translation>すべてのマンガがライブラリに表示される</translation>
    </message>
    <message>
      <source>File access working</source>
      <translation>ファイルにアクセスできる</translation>
    </message>
    <message>
      <source>Not known yet</source>
      <translation>まだ不明</translation>
    </message>
    <message>
      <source>Not right</source>
      <translation>不一致</translation>
    </message>
    <message>
      <source>Reading progress preserved</source>
      <translation>読書の進捗が残っている</translation>
    </message>
    <message>
      <source>Restart Kuroibara there: it brings an older backup up to date.</source>
      <translation>移行先の Kuroibara を再起動してください。古いバックアップが最新の形に更新されます。</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>一致</translation>
    </message>
    <message>
      <source>Scheduled backups configured</source>
      <translation>定期バックアップが設定されている</translation>
    </message>
    <message>
      <source>The backup held none, or nobody could count them.</source>
      <translation>バックアップに含まれていないか、数えられませんでした。</translation>
    </message>
    <message>
      <source>The new server makes no backups by itself: switch its schedule on.</source>
      <translation>新しいサーバーは自動でバックアップを作成しません。スケジュールを有効にしてください。</translation>
    </message>
    <message>
      <source>The next backup is due {time}.</source>
      <translation>次のバックアップは {time} の予定です。</translation>
    </message>
    <message>
      <source>The server does not tell its schedule.</source>
      <translation>サーバーがスケジュールを伝えません。</translation>
    </message>
    <message>
      <source>User settings intact</source>
      <translation>ユーザー設定が正常</translation>
    </message>
    <message>
      <source>{found} files are there; the backup held {expected}.</source>
      <translation>ファイル {found} 件があります (バックアップ:{expected} 件)。</translation>
    </message>
    <message>
      <source>{found} places in chapters; the backup held {expected}.</source>
      <translation>読書位置 {found} 件 (バックアップ:{expected} 件)。</translation>
    </message>
    <message>
      <source>{found} series are there; the backup held {expected}.</source>
      <translation>シリーズ {found} 件があります (バックアップ:{expected} 件)。</translation>
    </message>
    <message>
      <source>{found} users with their settings; the backup held {expected}.</source>
      <translation>ユーザー {found} 人とその設定 (バックアップ:{expected} 人)。</translation>
    </message>
  </context>
  <context>
    <name>CodeStep</name>
    <message>
      <source>Code</source>
      <translation>コード</translation>
    </message>
    <message>
      <source>One more step</source>
      <translation>あと 1 ステップ</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>サインイン</translation>
    </message>
    <message>
      <source>Type the six digits that your authenticator app shows for this server.</source>
      <translation>認証アプリに表示されるこのサーバーの 6 桁の数字を入力してください。</translation>
    </message>
    <message>
      <source>With a code you cannot stay signed in here for good: the sign-in ends when the app was not used for seven days. You are reminded the day before.</source>
      <translation>コードを使う場合、ずっとサインインしたままにはできません。アプリを 7 日間使わないとサインインが終わります。前日に通知します。</translation>
    </message>
  </context>
  <context>
    <name>ConfirmDialog</name>
    <message>
      <source>Name of the server</source>
      <translation>サーバーの名前</translation>
    </message>
    <message>
      <source>Replace what is there?</source>
      <translation>今の内容を置き換えますか?</translation>
    </message>
    <message>
      <source>Restore now</source>
      <translation>今すぐ復元</translation>
    </message>
    <message>
      <source>That is not the server's name: nothing was begun.</source>
      <translation>サーバーの名前と違います。何も始めていません。</translation>
    </message>
    <message>
      <source>Type {name} to go on</source>
      <translation>続けるには {name} と入力してください</translation>
    </message>
  </context>
  <context>
    <name>CopiesSection</name>
    <message>
      <source>Accounts, progress and settings; they are small.</source>
      <translation>アカウント、進捗、設定。サイズは小さめです。</translation>
    </message>
    <message>
      <source>Also on a metered network</source>
      <translation>従量制のネットワークでも</translation>
    </message>
    <message>
      <source>Also on battery</source>
      <translation>バッテリー使用中も</translation>
    </message>
    <message>
      <source>Another limit at some hours</source>
      <translation>時間帯ごとに別の上限</translation>
    </message>
    <message>
      <source>Checked again</source>
      <translation>再検証の間隔</translation>
    </message>
    <message>
      <source>Database-only backups</source>
      <translation>データベースのみのバックアップ</translation>
    </message>
    <message>
      <source>Drives rot in silence. What is found damaged is set aside and fetched anew.</source>
      <translation>ドライブは気づかないうちに劣化します。破損が見つかったコピーは脇に置き、取り直します。</translation>
    </message>
    <message>
      <source>Every new one</source>
      <translation>新しいものすべて</translation>
    </message>
    <message>
      <source>Every {count} days</source>
      <translation>{count} 日ごと</translation>
    </message>
    <message>
      <source>Full backups</source>
      <translation>完全バックアップ</translation>
    </message>
    <message>
      <source>How fast</source>
      <translation>速度</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>しない</translation>
    </message>
    <message>
      <source>No limit</source>
      <translation>制限なし</translation>
    </message>
    <message>
      <source>None</source>
      <translation>なし</translation>
    </message>
    <message>
      <source>Noted. It is in force from now on.</source>
      <translation>保存しました。今から有効です。</translation>
    </message>
    <message>
      <source>Nothing comes by itself until you let it again; you can still copy by hand.</source>
      <translation>再開するまで自動では何もコピーしません。手動では今までどおりコピーできます。</translation>
    </message>
    <message>
      <source>Otherwise copies wait for the mains.</source>
      <translation>オフの場合、コピーは電源接続を待ちます。</translation>
    </message>
    <message>
      <source>Pause automatic copies</source>
      <translation>自動コピーを一時停止</translation>
    </message>
    <message>
      <source>Read every copy again</source>
      <translation>すべてのコピーを読み直す</translation>
    </message>
    <message>
      <source>So that others can use the network, too.</source>
      <translation>ほかの人もネットワークを使えるように。</translation>
    </message>
    <message>
      <source>Speed limit</source>
      <translation>速度制限</translation>
    </message>
    <message>
      <source>Such as a phone's. Otherwise copies wait for another network.</source>
      <translation>スマートフォンのテザリングなど。オフの場合、別のネットワークを待ちます。</translation>
    </message>
    <message>
      <source>The newest, once a week</source>
      <translation>週に 1 回、最新のもの</translation>
    </message>
    <message>
      <source>What comes by itself</source>
      <translation>自動でコピーするもの</translation>
    </message>
    <message>
      <source>What comes to this computer without being asked for, and when it may.</source>
      <translation>このコンピューターに自動でコピーするものと、そのタイミングです。</translation>
    </message>
    <message>
      <source>When that may be</source>
      <translation>コピーしてよいとき</translation>
    </message>
    <message>
      <source>With the manga files: only these bring the whole library back.</source>
      <translation>マンガファイルを含みます。ライブラリ全体を戻せるのはこれだけです。</translation>
    </message>
  </context>
  <context>
    <name>CopiesStep</name>
    <message>
      <source>Database-only backups: accounts, progress, settings</source>
      <translation>データベースのみ:アカウント、進捗、設定</translation>
    </message>
    <message>
      <source>Every new one</source>
      <translation>新しいものすべて</translation>
    </message>
    <message>
      <source>Full backups: the manga files, too</source>
      <translation>完全バックアップ:マンガファイルも含む</translation>
    </message>
    <message>
      <source>None</source>
      <translation>なし</translation>
    </message>
    <message>
      <source>Only save</source>
      <translation>保存のみ</translation>
    </message>
    <message>
      <source>Save and copy now</source>
      <translation>保存して今すぐコピー</translation>
    </message>
    <message>
      <source>The database first, which takes seconds; then everything.</source>
      <translation>まずデータベース (数秒)、次にすべてをコピーします。</translation>
    </message>
    <message>
      <source>The newest, once a week</source>
      <translation>週に 1 回、最新のもの</translation>
    </message>
    <message>
      <source>These copies hold every user's data and password hashes. Whoever gets the drive can read them: keep it where only you can reach it.</source>
      <translation>これらのコピーには全ユーザーのデータとパスワードハッシュが含まれます。ドライブを手にした人は読めるため、自分だけが触れる場所に保管してください。</translation>
    </message>
    <message>
      <source>This comes by itself, as long as the app runs. The settings have more.</source>
      <translation>アプリの実行中、自動でコピーします。詳しくは設定で変更できます。</translation>
    </message>
    <message>
      <source>What should be copied?</source>
      <translation>何をコピーしますか?</translation>
    </message>
  </context>
  <context>
    <name>CreateDialog</name>
    <message>
      <source>A name begins with a letter or digit and holds only letters, digits, spaces, single dots, hyphens and underscores.</source>
      <translation>名前は英字か数字で始め、英数字、空白、単独のドット、ハイフン、アンダースコアだけが使えます。</translation>
    </message>
    <message>
      <source>Accounts, progress and settings, without the manga files.</source>
      <translation>アカウント、進捗、設定。マンガファイルは含みません。</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>キャンセル</translation>
    </message>
    <message>
      <source>Create backup</source>
      <translation>バックアップを作成</translation>
    </message>
    <message>
      <source>Everything can be restored from it.</source>
      <translation>これだけですべてを復元できます。</translation>
    </message>
    <message>
      <source>Here only {free} are free: the copy may not fit beside the others.</source>
      <translation>ここの空きは {free} だけです。ほかのコピーと一緒には入らない可能性があります。</translation>
    </message>
    <message>
      <source>Here {free} are free for the copy.</source>
      <translation>ここの空きは {free} です。</translation>
    </message>
    <message>
      <source>Include the files of the library</source>
      <translation>ライブラリのファイルを含める</translation>
    </message>
    <message>
      <source>Name, if you like</source>
      <translation>名前 (任意)</translation>
    </message>
    <message>
      <source>No schedule is on: the server makes none by itself.</source>
      <translation>スケジュールが無効のため、サーバーは自動で作成しません。</translation>
    </message>
    <message>
      <source>On the server only {free} are free: it may not fit there.</source>
      <translation>サーバーの空きは {free} だけです。入らない可能性があります。</translation>
    </message>
    <message>
      <source>On the server {free} are free.</source>
      <translation>サーバーの空きは {free} です。</translation>
    </message>
    <message>
      <source>The last one of this kind has {size}.</source>
      <translation>この種類の前回のサイズは {size} です。</translation>
    </message>
    <message>
      <source>The next full one comes by itself: {moment}.</source>
      <translation>次の完全バックアップは自動で作成されます:{moment}。</translation>
    </message>
    <message>
      <source>The next one of the database comes by itself: {moment}.</source>
      <translation>次のデータベースのバックアップは自動で作成されます:{moment}。</translation>
    </message>
    <message>
      <source>The server chooses one</source>
      <translation>サーバーが決めます</translation>
    </message>
    <message>
      <source>The server makes it and checks it; you can go on working meanwhile.</source>
      <translation>サーバーが作成と検証を行います。その間も作業を続けられます。</translation>
    </message>
    <message>
      <source>There is a backup of this name already.</source>
      <translation>同じ名前のバックアップがすでにあります。</translation>
    </message>
  </context>
  <context>
    <name>Deciding</name>
    <message>
      <source>Delete</source>
      <translation>削除</translation>
    </message>
    <message>
      <source>Deleted here: {name}</source>
      <translation>ここから削除しました:{name}</translation>
    </message>
    <message>
      <source>Deleted on the server: {name}</source>
      <translation>サーバーから削除しました:{name}</translation>
    </message>
    <message>
      <source>Deleting a backup wants it. It is sent to the server only.</source>
      <translation>バックアップの削除に必要です。サーバーにだけ送られます。</translation>
    </message>
    <message>
      <source>Pinned {where}: {name}</source>
      <translation>固定しました ({where}):{name}</translation>
    </message>
    <message>
      <source>The note about {name} is kept on the server.</source>
      <translation>{name} のメモをサーバーに保存しました。</translation>
    </message>
    <message>
      <source>Unpinned {where}: {name}</source>
      <translation>固定を解除しました ({where}):{name}</translation>
    </message>
    <message>
      <source>Your password once more</source>
      <translation>もう一度パスワードを入力</translation>
    </message>
    <message>
      <source>here</source>
      <translation>ここ</translation>
    </message>
    <message>
      <source>on the server</source>
      <translation>サーバー</translation>
    </message>
    <message>
      <source>on the server and here</source>
      <translation>サーバーとここ</translation>
    </message>
    <message>
      <source>{count} backups</source>
      <translation>バックアップ {count} 件</translation>
    </message>
    <message>
      <source>{name} counts as good from now on.</source>
      <translation>{name} は今から正常とみなされます。</translation>
    </message>
  </context>
  <context>
    <name>DeleteDialog</name>
    <message>
      <source>A verified copy of each stays here.</source>
      <translation>それぞれの検証済みコピーがここに残ります。</translation>
    </message>
    <message>
      <source>A verified copy stays here.</source>
      <translation>検証済みのコピーがここに残ります。</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>削除</translation>
    </message>
    <message>
      <source>Delete it all the same</source>
      <translation>それでも削除</translation>
    </message>
    <message>
      <source>Delete the copy of {name} here?</source>
      <translation>ここにある {name} のコピーを削除しますか?</translation>
    </message>
    <message>
      <source>Delete {count} backups on the server?</source>
      <translation>サーバーのバックアップ {count} 件を削除しますか?</translation>
    </message>
    <message>
      <source>Delete {count} copies here?</source>
      <translation>ここのコピー {count} 件を削除しますか?</translation>
    </message>
    <message>
      <source>Delete {name} on the server?</source>
      <translation>サーバーの {name} を削除しますか?</translation>
    </message>
    <message>
      <source>It cannot be undone. {size} become free.</source>
      <translation>取り消すことはできません。{size} が空きます。</translation>
    </message>
    <message>
      <source>No other good copies of them are known: they will be gone.</source>
      <translation>ほかに正常なコピーは確認できません。完全に失われます。</translation>
    </message>
    <message>
      <source>No other good copy of it is known: afterwards this backup is gone.</source>
      <translation>ほかに正常なコピーは確認できません。このバックアップは失われます。</translation>
    </message>
    <message>
      <source>No other verified copy here holds as much of this library. Should the server be lost, nothing could bring it back.</source>
      <translation>このライブラリについて同じだけの内容を持つ検証済みコピーはほかにありません。サーバーが失われると、元に戻せません。</translation>
    </message>
    <message>
      <source>Of {kept} of them a verified copy stays here; {gone} will be gone.</source>
      <translation>{kept} 件は検証済みのコピーがここに残りますが、{gone} 件は失われます。</translation>
    </message>
    <message>
      <source>The server still has each of them, whole.</source>
      <translation>サーバーにはそれぞれ正常なものが残っています。</translation>
    </message>
    <message>
      <source>The server still has it, whole.</source>
      <translation>サーバーには正常なものが残っています。</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>ほか {count} 件</translation>
    </message>
    <message>
      <source>{kept} of them stay on the server; {gone} will be gone.</source>
      <translation>{kept} 件はサーバーに残りますが、{gone} 件は失われます。</translation>
    </message>
    <message>
      <source>{name} is the last verified backup on the server that holds as much of the library.</source>
      <translation>{name} は、サーバーで同じだけのライブラリを含む最後の検証済みバックアップです。</translation>
    </message>
  </context>
  <context>
    <name>DevicesCard</name>
    <message>
      <source>Devices and invitations</source>
      <translation>デバイスと招待</translation>
    </message>
    <message>
      <source>Each has a token of its own that can be taken back here, and no password.</source>
      <translation>それぞれが専用のトークンを持ち、ここで取り消せます。パスワードは使いません。</translation>
    </message>
    <message>
      <source>Invite a friend…</source>
      <translation>友人を招待…</translation>
    </message>
    <message>
      <source>Open invitation</source>
      <translation>未使用の招待</translation>
    </message>
    <message>
      <source>Revoke {name}</source>
      <translation>{name} を取り消す</translation>
    </message>
    <message>
      <source>Revoke…</source>
      <translation>取り消す…</translation>
    </message>
    <message>
      <source>There is none.</source>
      <translation>ありません。</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>取り消す</translation>
    </message>
    <message>
      <source>Withdraw the invitation</source>
      <translation>招待を取り消す</translation>
    </message>
    <message>
      <source>creates</source>
      <translation>作成</translation>
    </message>
    <message>
      <source>downloads</source>
      <translation>ダウンロード</translation>
    </message>
    <message>
      <source>good once, until {when}</source>
      <translation>{when} まで 1 回有効</translation>
    </message>
    <message>
      <source>invited by {user}</source>
      <translation>{user} の招待</translation>
    </message>
    <message>
      <source>last used {age}</source>
      <translation>最終使用:{age}</translation>
    </message>
    <message>
      <source>lists</source>
      <translation>一覧</translation>
    </message>
    <message>
      <source>of {user}</source>
      <translation>{user} のもの</translation>
    </message>
    <message>
      <source>this computer</source>
      <translation>このコンピューター</translation>
    </message>
  </context>
  <context>
    <name>DiagnosticsSection</name>
    <message>
      <source>Archive folder</source>
      <translation>保存先フォルダー</translation>
    </message>
    <message>
      <source>Copy report</source>
      <translation>レポートをコピー</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>データ</translation>
    </message>
    <message>
      <source>Open the data folder</source>
      <translation>データフォルダーを開く</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>設定</translation>
    </message>
    <message>
      <source>Sign-in</source>
      <translation>サインイン</translation>
    </message>
    <message>
      <source>System</source>
      <translation>システム</translation>
    </message>
    <message>
      <source>The report is in the clipboard.</source>
      <translation>レポートをクリップボードにコピーしました。</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>バージョン</translation>
    </message>
    <message>
      <source>What somebody who helps you will ask for. It holds no password and no token.</source>
      <translation>サポートに必要な情報です。パスワードやトークンは含まれません。</translation>
    </message>
    <message>
      <source>Where things are</source>
      <translation>保存場所</translation>
    </message>
    <message>
      <source>in a file that your passphrase opens</source>
      <translation>パスフレーズで開くファイル</translation>
    </message>
    <message>
      <source>in memory, for this session</source>
      <translation>メモリ内 (このセッションのみ)</translation>
    </message>
    <message>
      <source>in the keyring</source>
      <translation>キーリング</translation>
    </message>
    <message>
      <source>none chosen yet</source>
      <translation>まだ選ばれていません</translation>
    </message>
  </context>
  <context>
    <name>Doing</name>
    <message>
      <source>A restore of {name} did not go well.</source>
      <translation>{name} の復元テストは失敗しました。</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>すべてのファイル (*)</translation>
    </message>
    <message>
      <source>Backups (*.tar.gz)</source>
      <translation>バックアップ (*.tar.gz)</translation>
    </message>
    <message>
      <source>Choose backups to take into the archive</source>
      <translation>保存先に取り込むバックアップを選ぶ</translation>
    </message>
    <message>
      <source>Choose the other place</source>
      <translation>別の場所を選ぶ</translation>
    </message>
    <message>
      <source>Copying {name} to {place}</source>
      <translation>{name} を {place} にコピーしています</translation>
    </message>
    <message>
      <source>In {place} now, checked: {names}</source>
      <translation>{place} にコピーし、検証しました:{names}</translation>
    </message>
    <message>
      <source>Rehearsing a restore of {name}</source>
      <translation>{name} の復元をテストしています</translation>
    </message>
    <message>
      <source>Rely on another backup or a copy here, and have a new one made.</source>
      <translation>別のバックアップかここのコピーを使い、新しいバックアップを作成してください。</translation>
    </message>
    <message>
      <source>Repairing {name}</source>
      <translation>{name} を修復しています</translation>
    </message>
    <message>
      <source>Taking in {name}</source>
      <translation>{name} を取り込んでいます</translation>
    </message>
    <message>
      <source>Verifying {name} on the server</source>
      <translation>サーバーで {name} を検証しています</translation>
    </message>
    <message>
      <source>{count} backups</source>
      <translation>バックアップ {count} 件</translation>
    </message>
    <message>
      <source>{name} is damaged on the server.</source>
      <translation>サーバーの {name} は破損しています。</translation>
    </message>
    <message>
      <source>{name} is proved: a rehearsed restore of it went well.</source>
      <translation>{name} の復元テストに成功しました。</translation>
    </message>
    <message>
      <source>{name} is whole again, and every byte of it was checked.</source>
      <translation>{name} は修復され、全バイトを検証しました。</translation>
    </message>
    <message>
      <source>{name} is whole on the server, to the last byte.</source>
      <translation>サーバーの {name} は最後の 1 バイトまで正常です。</translation>
    </message>
  </context>
  <context>
    <name>Done</name>
    <message>
      <source>Dismiss</source>
      <translation>閉じる</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>元に戻す</translation>
    </message>
  </context>
  <context>
    <name>Doors</name>
    <message>
      <source>Connecting…</source>
      <translation>接続中…</translation>
    </message>
  </context>
  <context>
    <name>DriveStep</name>
    <message>
      <source>1 copy</source>
      <translation>コピー 1 件</translation>
    </message>
    <message>
      <source>Choose the drive, or the folder on it that holds the page HOW-TO-RESTORE.txt. Nothing on it is changed.</source>
      <translation>ドライブ、または HOW-TO-RESTORE.txt のあるフォルダーを選んでください。中身は変更されません。</translation>
    </message>
    <message>
      <source>Choose the folder with your backups</source>
      <translation>バックアップのあるフォルダーを選ぶ</translation>
    </message>
    <message>
      <source>Folder with backups</source>
      <translation>バックアップのフォルダー</translation>
    </message>
    <message>
      <source>Open these backups</source>
      <translation>このバックアップを開く</translation>
    </message>
    <message>
      <source>The marker of the archive was lost; a new one is written beside the copies.</source>
      <translation>保存先のマーカーが失われています。コピーの横に新しく書き込みます。</translation>
    </message>
    <message>
      <source>There are backup files in this folder, but it is no archive of this app. Make an archive with “I have a server”, or by `kuroibara-desktop vault add FOLDER`, and take them in with `kuroibara-desktop import`.</source>
      <translation>このフォルダーにはバックアップファイルがありますが、このアプリの保存先ではありません。「サーバーがあります」または `kuroibara-desktop vault add FOLDER` で保存先を作り、`kuroibara-desktop import` で取り込んでください。</translation>
    </message>
    <message>
      <source>There are no backups in this folder.</source>
      <translation>このフォルダーにバックアップはありません。</translation>
    </message>
    <message>
      <source>Where are your backups?</source>
      <translation>バックアップはどこにありますか?</translation>
    </message>
    <message>
      <source>no server yet</source>
      <translation>サーバーはまだありません</translation>
    </message>
    <message>
      <source>{count} copies</source>
      <translation>コピー {count} 件</translation>
    </message>
    <message>
      <source>{done} of {all} copies were read.</source>
      <translation>{all} 件中 {done} 件のコピーを読み取りました。</translation>
    </message>
    <message>
      <source>{what} of {servers}, {size}, in {folder}.</source>
      <translation>{servers} の {what}、{size}、{folder} 内。</translation>
    </message>
  </context>
  <context>
    <name>DropZone</name>
    <message>
      <source>A .tar.gz file made by a Kuroibara server. It is checked on this computer first, and nothing changes on the server until you have seen what would change.</source>
      <translation>Kuroibara サーバーが作った .tar.gz ファイルです。まずこのコンピューターで検証し、変更内容を確認するまでサーバーは何も変わりません。</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
      <source>Drop a backup here</source>
      <translation>ここにバックアップをドロップ</translation>
    </message>
  </context>
  <context>
    <name>Facts</name>
    <message>
      <source>Being written</source>
      <translation>作成中</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>コピー日時</translation>
    </message>
    <message>
      <source>Damaged</source>
      <translation>破損</translation>
    </message>
    <message>
      <source>Download it, stop Kuroibara, open a terminal beside the file, and type:</source>
      <translation>ダウンロードして Kuroibara を停止し、ファイルのある場所で端末を開いて次を入力してください:</translation>
    </message>
    <message>
      <source>Encrypted</source>
      <translation>暗号化</translation>
    </message>
    <message>
      <source>File</source>
      <translation>ファイル</translation>
    </message>
    <message>
      <source>Finished</source>
      <translation>終了</translation>
    </message>
    <message>
      <source>From</source>
      <translation>元</translation>
    </message>
    <message>
      <source>Here</source>
      <translation>ここ</translation>
    </message>
    <message>
      <source>How to restore it by hand</source>
      <translation>手作業で復元する方法</translation>
    </message>
    <message>
      <source>Identity</source>
      <translation>ID</translation>
    </message>
    <message>
      <source>If a command reports an error, stop there. Start Kuroibara afterwards.</source>
      <translation>コマンドがエラーを出したら、そこで止めてください。終わったら Kuroibara を起動します。</translation>
    </message>
    <message>
      <source>It is much smaller than the one before it: look whether all is in it.</source>
      <translation>前のものよりかなり小さくなっています。すべて含まれているか確認してください。</translation>
    </message>
    <message>
      <source>Its name is no safe name for a file: rename it on the server first.</source>
      <translation>ファイル名として安全ではありません。先にサーバーで名前を変えてください。</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>種類</translation>
    </message>
    <message>
      <source>Kuroibara</source>
      <translation>Kuroibara</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>作成</translation>
    </message>
    <message>
      <source>Made by Kuroibara itself</source>
      <translation>Kuroibara 本体が作成</translation>
    </message>
    <message>
      <source>Made by the backup engine</source>
      <translation>バックアップエンジンが作成</translation>
    </message>
    <message>
      <source>Mark</source>
      <translation>マーク</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>しない</translation>
    </message>
    <message>
      <source>No</source>
      <translation>いいえ</translation>
    </message>
    <message>
      <source>No restore of it was rehearsed on the server yet.</source>
      <translation>サーバーでの復元テストはまだ行われていません。</translation>
    </message>
    <message>
      <source>Nobody has read the copy here to its last byte yet.</source>
      <translation>ここのコピーは、まだ最後の 1 バイトまで読まれていません。</translation>
    </message>
    <message>
      <source>Not proved</source>
      <translation>復元テスト未実施</translation>
    </message>
    <message>
      <source>Not verified yet</source>
      <translation>未検証</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>メモ</translation>
    </message>
    <message>
      <source>On the server</source>
      <translation>サーバー</translation>
    </message>
    <message>
      <source>Origin</source>
      <translation>作成元</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>結果</translation>
    </message>
    <message>
      <source>Pinned</source>
      <translation>固定</translation>
    </message>
    <message>
      <source>PostgreSQL</source>
      <translation>PostgreSQL</translation>
    </message>
    <message>
      <source>Proved</source>
      <translation>復元テスト</translation>
    </message>
    <message>
      <source>SHA-256</source>
      <translation>SHA-256</translation>
    </message>
    <message>
      <source>Sent to the server</source>
      <translation>サーバーに送信</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>サイズ</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状態</translation>
    </message>
    <message>
      <source>Stop Kuroibara, open a terminal in the folder of the file, and type:</source>
      <translation>Kuroibara を停止し、ファイルのあるフォルダーで端末を開いて次を入力してください:</translation>
    </message>
    <message>
      <source>Suspect</source>
      <translation>要確認</translation>
    </message>
    <message>
      <source>The backup</source>
      <translation>バックアップ</translation>
    </message>
    <message>
      <source>The copy here is damaged. Repair it first, or use another backup.</source>
      <translation>ここのコピーは破損しています。先に修復するか、別のバックアップを使ってください。</translation>
    </message>
    <message>
      <source>The last rehearsal of a restore</source>
      <translation>前回の復元テスト</translation>
    </message>
    <message>
      <source>The server tells none</source>
      <translation>サーバーからの情報なし</translation>
    </message>
    <message>
      <source>There is no copy of it here.</source>
      <translation>ここにコピーはありません。</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>不明</translation>
    </message>
    <message>
      <source>Verified</source>
      <translation>検証</translation>
    </message>
    <message>
      <source>What is not proved</source>
      <translation>保証されていないこと</translation>
    </message>
    <message>
      <source>What the backup says of itself</source>
      <translation>バックアップ自身の情報</translation>
    </message>
    <message>
      <source>When</source>
      <translation>日時</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>場所</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>はい</translation>
    </message>
    <message>
      <source>{moment}, perhaps some hours off: the server tells no time zone</source>
      <translation>{moment} (サーバーがタイムゾーンを伝えないため、数時間ずれている可能性があります)</translation>
    </message>
    <message>
      <source>{size} ({count} bytes)</source>
      <translation>{size} ({count} バイト)</translation>
    </message>
  </context>
  <context>
    <name>FileFace</name>
    <message>
      <source>Accounts and progress on the server stay as they are</source>
      <translation>サーバーのアカウントと進捗はそのままです</translation>
    </message>
    <message>
      <source>Accounts, progress, settings and all files</source>
      <translation>アカウント、進捗、設定、すべてのファイル</translation>
    </message>
    <message>
      <source>All else on the server stays as it is; you choose them next</source>
      <translation>サーバーのほかの内容はそのままです。次に選びます</translation>
    </message>
    <message>
      <source>Another backup</source>
      <translation>別のバックアップ</translation>
    </message>
    <message>
      <source>Make a safety copy of the database there first</source>
      <translation>先にサーバーのデータベースの安全コピーを作る</translation>
    </message>
    <message>
      <source>See what would change</source>
      <translation>変更内容を見る</translation>
    </message>
    <message>
      <source>The files on the server stay as they are</source>
      <translation>サーバーのファイルはそのままです</translation>
    </message>
    <message>
      <source>What is to come back to {host}?</source>
      <translation>{host} に何を戻しますか?</translation>
    </message>
    <message>
      <source>What is to come back?</source>
      <translation>何を戻しますか?</translation>
    </message>
    <message>
      <source>Without it, the database as it is now is only kept until the way back is closed.</source>
      <translation>作らない場合、今のデータベースは、元に戻せる期間が終わるまでしか残りません。</translation>
    </message>
  </context>
  <context>
    <name>FilterRow</name>
    <message>
      <source>All contents</source>
      <translation>すべての内容</translation>
    </message>
    <message>
      <source>All kinds</source>
      <translation>すべての種類</translation>
    </message>
    <message>
      <source>All states</source>
      <translation>すべての状態</translation>
    </message>
    <message>
      <source>Before a restore</source>
      <translation>復元の前</translation>
    </message>
    <message>
      <source>Being written</source>
      <translation>作成中</translation>
    </message>
    <message>
      <source>Clear search and filters (Esc)</source>
      <translation>検索と絞り込みを解除 (Esc)</translation>
    </message>
    <message>
      <source>Daily</source>
      <translation>毎日</translation>
    </message>
    <message>
      <source>Damaged</source>
      <translation>破損</translation>
    </message>
    <message>
      <source>Database</source>
      <translation>データベース</translation>
    </message>
    <message>
      <source>Encrypted</source>
      <translation>暗号化</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>すべての場所</translation>
    </message>
    <message>
      <source>From elsewhere</source>
      <translation>ほかのサーバー</translation>
    </message>
    <message>
      <source>Full</source>
      <translation>完全</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>種類</translation>
    </message>
    <message>
      <source>Made by hand</source>
      <translation>手動で作成</translation>
    </message>
    <message>
      <source>Monthly</source>
      <translation>毎月</translation>
    </message>
    <message>
      <source>Not verified yet</source>
      <translation>未検証</translation>
    </message>
    <message>
      <source>Of no known kind</source>
      <translation>種類不明</translation>
    </message>
    <message>
      <source>On both sides</source>
      <translation>両方にある</translation>
    </message>
    <message>
      <source>Only here</source>
      <translation>ここだけ</translation>
    </message>
    <message>
      <source>Only on the server</source>
      <translation>サーバーだけ</translation>
    </message>
    <message>
      <source>Pinned</source>
      <translation>固定</translation>
    </message>
    <message>
      <source>Proved by a rehearsal</source>
      <translation>復元テスト済み</translation>
    </message>
    <message>
      <source>Search backups</source>
      <translation>バックアップを検索</translation>
    </message>
    <message>
      <source>Search by name, date or kind</source>
      <translation>名前、日付、種類で検索</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>すべて表示</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状態</translation>
    </message>
    <message>
      <source>Suspect</source>
      <translation>要確認</translation>
    </message>
    <message>
      <source>Uploaded</source>
      <translation>アップロード</translation>
    </message>
    <message>
      <source>Verified</source>
      <translation>検証済み</translation>
    </message>
    <message>
      <source>Weekly</source>
      <translation>毎週</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>場所</translation>
    </message>
    <message>
      <source>With any mark</source>
      <translation>すべてのマーク</translation>
    </message>
  </context>
  <context>
    <name>FirstCopy</name>
    <message>
      <source>Making the first backup of the database</source>
      <translation>最初のデータベースのバックアップを作成しています</translation>
    </message>
    <message>
      <source>Making the first full backup</source>
      <translation>最初の完全バックアップを作成しています</translation>
    </message>
  </context>
  <context>
    <name>FirstStep</name>
    <message>
      <source>I have a server</source>
      <translation>サーバーがあります</translation>
    </message>
    <message>
      <source>I have backups on a drive</source>
      <translation>ドライブにバックアップがあります</translation>
    </message>
    <message>
      <source>Kuroibara keeps copies of your library's backups away from its server.</source>
      <translation>ライブラリのバックアップのコピーを、サーバーから離れた場所に保管します。</translation>
    </message>
    <message>
      <source>Look at them, check them and copy them. No server is needed.</source>
      <translation>一覧、検証、コピーができます。サーバーは不要です。</translation>
    </message>
    <message>
      <source>Sign in to Kuroibara, and copy its backups to a drive of yours.</source>
      <translation>Kuroibara にサインインし、バックアップを自分のドライブにコピーします。</translation>
    </message>
    <message>
      <source>What do you have?</source>
      <translation>何をお持ちですか?</translation>
    </message>
  </context>
  <context>
    <name>FolderDialog</name>
    <message>
      <source>Folder</source>
      <translation>フォルダー</translation>
    </message>
    <message>
      <source>Its marker is lost, but 1 copy ({size}) lies here: the archive is rebuilt around it, and it is not changed.</source>
      <translation>マーカーは失われていますが、コピーが 1 件 ({size}) あります。これをもとに保存先を作り直します。コピーは変更されません。</translation>
    </message>
    <message>
      <source>Its marker is lost, but {count} copies ({size}) lie here: the archive is rebuilt around them, and none of them is changed.</source>
      <translation>マーカーは失われていますが、コピーが {count} 件 ({size}) あります。これらをもとに保存先を作り直します。コピーは変更されません。</translation>
    </message>
    <message>
      <source>There are {count} backup files here, in no server's folder. They stay as they are; drop them on the window to take them into the archive.</source>
      <translation>どのサーバーのフォルダーにも属さないバックアップファイルが {count} 件あります。そのまま残ります。取り込むには、このウィンドウにドロップしてください。</translation>
    </message>
    <message>
      <source>There is 1 backup file here, in no server's folder. It stays as it is; drop it on the window to take it into the archive.</source>
      <translation>どのサーバーのフォルダーにも属さないバックアップファイルが 1 件あります。そのまま残ります。取り込むには、このウィンドウにドロップしてください。</translation>
    </message>
    <message>
      <source>This is an archive already, with 1 copy ({size}).</source>
      <translation>すでに保存先になっています (コピー 1 件、{size})。</translation>
    </message>
    <message>
      <source>This is an archive already, with {count} copies ({size}).</source>
      <translation>すでに保存先になっています (コピー {count} 件、{size})。</translation>
    </message>
  </context>
  <context>
    <name>FolderStep</name>
    <message>
      <source>Archive folder</source>
      <translation>保存先フォルダー</translation>
    </message>
    <message>
      <source>Choose a folder for your offsite archive, best on a drive of its own. The copies hold every user's data and password hashes: keep them private.</source>
      <translation>コピーの保存先フォルダーを選んでください。専用のドライブがおすすめです。コピーには全ユーザーのデータとパスワードハッシュが含まれるため、他人に見せないでください。</translation>
    </message>
    <message>
      <source>Choose the archive folder</source>
      <translation>保存先フォルダーを選ぶ</translation>
    </message>
    <message>
      <source>Use this folder</source>
      <translation>このフォルダーを使う</translation>
    </message>
    <message>
      <source>Where should copies go?</source>
      <translation>コピーをどこに保存しますか?</translation>
    </message>
  </context>
  <context>
    <name>FoldersDoor</name>
    <message>
      <source>1 file stays in the old folder: it is nowhere else.</source>
      <translation>1 件のファイルはほかにないため、古いフォルダーに残ります。</translation>
    </message>
    <message>
      <source>A folder for copies, best on a drive of its own, or one that holds copies already.</source>
      <translation>コピー用のフォルダーです。専用のドライブか、すでにコピーのあるフォルダーを選んでください。</translation>
    </message>
    <message>
      <source>Add an archive folder</source>
      <translation>保存先フォルダーを追加</translation>
    </message>
    <message>
      <source>Add this folder</source>
      <translation>このフォルダーを追加</translation>
    </message>
    <message>
      <source>Copy here</source>
      <translation>コピー</translation>
    </message>
    <message>
      <source>Copy to a second place</source>
      <translation>2 か所目にコピー</translation>
    </message>
    <message>
      <source>Copying {name} to a second place</source>
      <translation>{name} を 2 か所目にコピーしています</translation>
    </message>
    <message>
      <source>Every copy goes there with its checksum, to be read without this app. What is there already is left alone.</source>
      <translation>すべてのコピーがチェックサムとともにコピーされ、このアプリなしでも読めます。すでにあるものには触れません。</translation>
    </message>
    <message>
      <source>Every copy is copied and read back before anything is switched. The old copies stay until you remove them. Choose an empty folder, or one that is yet to be made.</source>
      <translation>すべてコピーして読み直してから切り替えます。古いコピーは削除するまで残ります。空のフォルダーか、これから作るフォルダーを選んでください。</translation>
    </message>
    <message>
      <source>From now on new copies go to {folder}.</source>
      <translation>今後、新しいコピーは {folder} に保存されます。</translation>
    </message>
    <message>
      <source>Move it here</source>
      <translation>ここへ移動</translation>
    </message>
    <message>
      <source>Move the archive</source>
      <translation>保存先を移動</translation>
    </message>
    <message>
      <source>Moving {name}</source>
      <translation>{name} を移動しています</translation>
    </message>
    <message>
      <source>Noted: it is another library. Both are kept for themselves.</source>
      <translation>別のライブラリとして記録しました。それぞれ別に保管します。</translation>
    </message>
    <message>
      <source>Noted: it is the same library. Its copies are judged together.</source>
      <translation>同じライブラリとして記録しました。コピーはまとめて判断されます。</translation>
    </message>
    <message>
      <source>One copy was removed.</source>
      <translation>コピーを 1 件削除しました。</translation>
    </message>
    <message>
      <source>Remove the old copies?</source>
      <translation>古いコピーを削除しますか?</translation>
    </message>
    <message>
      <source>Remove them</source>
      <translation>削除する</translation>
    </message>
    <message>
      <source>Removing the old copies</source>
      <translation>古いコピーを削除しています</translation>
    </message>
    <message>
      <source>The archive is at {to} now.</source>
      <translation>保存先は {to} になりました。</translation>
    </message>
    <message>
      <source>The folder was added.</source>
      <translation>フォルダーを追加しました。</translation>
    </message>
    <message>
      <source>The old copies are gone.</source>
      <translation>古いコピーを削除しました。</translation>
    </message>
    <message>
      <source>The rules are written into the folder. Nothing was removed.</source>
      <translation>ルールをフォルダーに書き込みました。何も削除していません。</translation>
    </message>
    <message>
      <source>{count} copies ({size}) in {folder} go for good. Each is looked at in the new place first; what is nowhere else stays.</source>
      <translation>{folder} のコピー {count} 件 ({size}) を完全に削除します。先に新しい場所を確認し、ほかにないものは残します。</translation>
    </message>
    <message>
      <source>{count} copies are in {folder}.</source>
      <translation>{folder} にコピーが {count} 件あります。</translation>
    </message>
    <message>
      <source>{count} copies were removed.</source>
      <translation>コピーを {count} 件削除しました。</translation>
    </message>
    <message>
      <source>{count} files stay in the old folder: they are nowhere else.</source>
      <translation>{count} 件のファイルはほかにないため、古いフォルダーに残ります。</translation>
    </message>
    <message>
      <source>{name} is off the list. Nothing in it was touched.</source>
      <translation>{name} を一覧から外しました。中身には触れていません。</translation>
    </message>
  </context>
  <context>
    <name>FoldersSection</name>
    <message>
      <source>Add a folder…</source>
      <translation>フォルダーを追加…</translation>
    </message>
    <message>
      <source>Another library</source>
      <translation>別のライブラリ</translation>
    </message>
    <message>
      <source>Is it the same library? Until you say so, nothing is removed here.</source>
      <translation>同じライブラリですか? お答えいただくまで、ここでは何も削除しません。</translation>
    </message>
    <message>
      <source>No archive folder is known yet.</source>
      <translation>保存先フォルダーはまだありません。</translation>
    </message>
    <message>
      <source>The same library, moved</source>
      <translation>同じもの (移転)</translation>
    </message>
    <message>
      <source>Where copies are kept. Every folder can be read by hand, without this app.</source>
      <translation>コピーの保管場所です。どのフォルダーもこのアプリなしで読めます。</translation>
    </message>
  </context>
  <context>
    <name>GoneFace</name>
    <message>
      <source>A page for whoever runs the server</source>
      <translation>サーバー管理者に渡すページ</translation>
    </message>
    <message>
      <source>As PDF to print, or as a web page</source>
      <translation>印刷用の PDF、または Web ページ</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>戻る</translation>
    </message>
    <message>
      <source>Copy as text</source>
      <translation>テキストとしてコピー</translation>
    </message>
    <message>
      <source>It says which backup to use, what to install, and how to bring the library back: with this app, or by hand with plain tools.</source>
      <translation>使うバックアップ、インストールするもの、ライブラリの戻し方 (このアプリ、または手作業) が書かれています。</translation>
    </message>
    <message>
      <source>Look for the drive that holds your offsite archive, or for another computer that copied it.</source>
      <translation>保存先のドライブ、またはコピーを持つ別のコンピューターを探してください。</translation>
    </message>
    <message>
      <source>Move to another server…</source>
      <translation>別のサーバーに移行…</translation>
    </message>
    <message>
      <source>Save the page…</source>
      <translation>ページを保存…</translation>
    </message>
    <message>
      <source>There is no backup here to bring it back from</source>
      <translation>戻すためのバックアップがここにありません</translation>
    </message>
    <message>
      <source>What the new server needs</source>
      <translation>新しいサーバーに必要なもの</translation>
    </message>
  </context>
  <context>
    <name>GrowthChart</name>
    <message>
      <source>Size of your offsite archive</source>
      <translation>保存先のサイズ</translation>
    </message>
    <message>
      <source>full on about {day}</source>
      <translation>{day} ごろ満杯</translation>
    </message>
    <message>
      <source>the drive would take {size}</source>
      <translation>ドライブの容量は {size}</translation>
    </message>
    <message>
      <source>{drive} full</source>
      <translation>{drive} 満杯</translation>
    </message>
    <message>
      <source>{size} on {day}</source>
      <translation>{day} に {size}</translation>
    </message>
  </context>
  <context>
    <name>HomeDoor</name>
    <message>
      <source>Open</source>
      <translation>開く</translation>
    </message>
  </context>
  <context>
    <name>HomePage</name>
    <message>
      <source>Copy offsite now</source>
      <translation>今すぐコピー</translation>
    </message>
    <message>
      <source>Copying…</source>
      <translation>コピー中…</translation>
    </message>
    <message>
      <source>Home</source>
      <translation>ホーム</translation>
    </message>
    <message>
      <source>Last 60 days</source>
      <translation>過去 60 日</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>確認中…</translation>
    </message>
    <message>
      <source>Size by kind</source>
      <translation>種類別のサイズ</translation>
    </message>
    <message>
      <source>Size of your offsite archive</source>
      <translation>保存先のサイズ</translation>
    </message>
    <message>
      <source>The chart begins with the first copy.</source>
      <translation>最初のコピーからグラフが始まります。</translation>
    </message>
    <message>
      <source>The server and the archive folder are being looked at.</source>
      <translation>サーバーと保存先を確認しています。</translation>
    </message>
    <message>
      <source>There is nothing to count yet.</source>
      <translation>まだ数えるものがありません。</translation>
    </message>
    <message>
      <source>tall: full · short: database only · broken: failed</source>
      <translation>高い:完全 · 低い:データベースのみ · 分断:失敗</translation>
    </message>
  </context>
  <context>
    <name>HomeWording</name>
    <message>
      <source>A verified copy of {day} full backup is on “{drive}”.</source>
      <translation>{day}の完全バックアップの検証済みコピーが「{drive}」にあります。</translation>
    </message>
    <message>
      <source>Add a server, and its backups are copied to “{drive}”.</source>
      <translation>サーバーを追加すると、そのバックアップが「{drive}」にコピーされます。</translation>
    </message>
    <message>
      <source>Add a server…</source>
      <translation>サーバーを追加…</translation>
    </message>
    <message>
      <source>Asking…</source>
      <translation>問い合わせ中…</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>フォルダーを選ぶ</translation>
    </message>
    <message>
      <source>Copy offsite now</source>
      <translation>今すぐコピー</translation>
    </message>
    <message>
      <source>Create backup</source>
      <translation>バックアップを作成</translation>
    </message>
    <message>
      <source>Create the first backup</source>
      <translation>最初のバックアップを作成</translation>
    </message>
    <message>
      <source>Drive away</source>
      <translation>ドライブなし</translation>
    </message>
    <message>
      <source>Every full copy here is suspect: much smaller than the one before. Check whether something is missing in the library.</source>
      <translation>ここの完全コピーはすべて要確認です:前のものよりかなり小さくなっています。ライブラリに欠けたものがないか確認してください。</translation>
    </message>
    <message>
      <source>Full in a few days</source>
      <translation>数日で満杯</translation>
    </message>
    <message>
      <source>Full in about {count} months</source>
      <translation>約 {count} か月で満杯</translation>
    </message>
    <message>
      <source>Full in about {count} weeks</source>
      <translation>約 {count} 週間で満杯</translation>
    </message>
    <message>
      <source>Full in about {count} years</source>
      <translation>約 {count} 年で満杯</translation>
    </message>
    <message>
      <source>Here, on “{drive}”</source>
      <translation>ここ (「{drive}」)</translation>
    </message>
    <message>
      <source>Last seen {age}</source>
      <translation>最終確認:{age}</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>もう一度確認</translation>
    </message>
    <message>
      <source>No backup</source>
      <translation>バックアップなし</translation>
    </message>
    <message>
      <source>No copy</source>
      <translation>コピーなし</translation>
    </message>
    <message>
      <source>No copy here was verified yet. Verify one, or copy anew.</source>
      <translation>検証済みのコピーがまだありません。検証するか、コピーし直してください。</translation>
    </message>
    <message>
      <source>No good backup</source>
      <translation>信頼できるものなし</translation>
    </message>
    <message>
      <source>No good copy</source>
      <translation>信頼できるコピーなし</translation>
    </message>
    <message>
      <source>None of the copies on “{drive}” is known to be verified: choose “Verify again” on the Backups page.</source>
      <translation>「{drive}」に検証済みと分かるコピーがありません。バックアップのページで「再検証」を選んでください。</translation>
    </message>
    <message>
      <source>None yet</source>
      <translation>まだなし</translation>
    </message>
    <message>
      <source>Not reachable</source>
      <translation>接続不可</translation>
    </message>
    <message>
      <source>Nothing on this computer could bring the library back.</source>
      <translation>ライブラリを戻せるものがありません。</translation>
    </message>
    <message>
      <source>On the server</source>
      <translation>サーバー</translation>
    </message>
    <message>
      <source>On time</source>
      <translation>予定どおり</translation>
    </message>
    <message>
      <source>Only the database is copied, the manga files are not. Copy a full backup.</source>
      <translation>データベースだけがコピーされ、マンガファイルはありません。完全バックアップをコピーしてください。</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>遅れています</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>サインイン</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>サインアウト中</translation>
    </message>
    <message>
      <source>Suspect</source>
      <translation>要確認</translation>
    </message>
    <message>
      <source>The copies are on the server's own machine and would be lost with it. Choose a folder on a drive that you can take away.</source>
      <translation>コピーがサーバーと同じコンピューターにあり、一緒に失われるおそれがあります。取り外せるドライブのフォルダーを選んでください。</translation>
    </message>
    <message>
      <source>The drive was here {age}.</source>
      <translation>ドライブが最後にあったのは{age}です。</translation>
    </message>
    <message>
      <source>The first one takes a moment.</source>
      <translation>最初は少し時間がかかります。</translation>
    </message>
    <message>
      <source>The newest copy here is damaged. Copy it again while the server still has it.</source>
      <translation>ここの最新のコピーが破損しています。サーバーに残っているうちにコピーし直してください。</translation>
    </message>
    <message>
      <source>The newest copy on “{drive}” is damaged. Whether an older one is whole, “Verify again” on the Backups page tells.</source>
      <translation>「{drive}」の最新のコピーが破損しています。古いものが正常かどうかは、バックアップのページの「再検証」で分かります。</translation>
    </message>
    <message>
      <source>The newest full copy here was made {age}. Copy a newer one.</source>
      <translation>ここの最新の完全コピーは{age}のものです。新しいものをコピーしてください。</translation>
    </message>
    <message>
      <source>The newest verified full copy on “{drive}” was made {age}. Add a server to copy newer backups.</source>
      <translation>「{drive}」の最新の検証済み完全コピーは{age}のものです。新しいバックアップをコピーするには、サーバーを追加してください。</translation>
    </message>
    <message>
      <source>The server has backups, but none of them is on this computer.</source>
      <translation>サーバーにバックアップがありますが、このコンピューターには 1 つもありません。</translation>
    </message>
    <message>
      <source>The server has no backup yet: create the first one.</source>
      <translation>サーバーにバックアップがまだありません。最初の 1 つを作成してください。</translation>
    </message>
    <message>
      <source>The server has not been seen yet.</source>
      <translation>サーバーにはまだ接続していません。</translation>
    </message>
    <message>
      <source>The server is still being asked for its list.</source>
      <translation>サーバーに一覧を問い合わせています。</translation>
    </message>
    <message>
      <source>The verified copies on “{drive}” hold the database, but not the manga files.</source>
      <translation>「{drive}」の検証済みコピーにはデータベースだけがあり、マンガファイルはありません。</translation>
    </message>
    <message>
      <source>There are no copies here yet</source>
      <translation>コピーはまだありません</translation>
    </message>
    <message>
      <source>There is no copy here; the server is still being asked for its list.</source>
      <translation>ここにコピーはありません。サーバーに一覧を問い合わせています。</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>不明</translation>
    </message>
    <message>
      <source>Verified</source>
      <translation>検証済み</translation>
    </message>
    <message>
      <source>Verified here, on “{drive}”</source>
      <translation>ここで検証済み (「{drive}」)</translation>
    </message>
    <message>
      <source>Waiting for the first copy</source>
      <translation>最初のコピーを待っています</translation>
    </message>
    <message>
      <source>What is here is not verified, damaged or dated in the future.</source>
      <translation>未検証、破損、または未来の日付のものしかありません。</translation>
    </message>
    <message>
      <source>What it has is not finished, damaged or dated in the future.</source>
      <translation>未完了、破損、または未来の日付のものしかありません。</translation>
    </message>
    <message>
      <source>Your copies are here</source>
      <translation>コピーはここにあります</translation>
    </message>
    <message>
      <source>Your copies need attention</source>
      <translation>コピーの確認が必要です</translation>
    </message>
    <message>
      <source>Your library is protected</source>
      <translation>ライブラリは保護されています</translation>
    </message>
    <message>
      <source>Your library needs attention</source>
      <translation>ライブラリの確認が必要です</translation>
    </message>
    <message>
      <source>last {weekday}'s</source>
      <translation>この前の{weekday}</translation>
    </message>
    <message>
      <source>the {day}</source>
      <translation>{day}</translation>
    </message>
    <message>
      <source>today's</source>
      <translation>今日</translation>
    </message>
    <message>
      <source>verified {day}</source>
      <translation>検証:{day}</translation>
    </message>
    <message>
      <source>yesterday's</source>
      <translation>昨日</translation>
    </message>
    <message>
      <source>{size} free</source>
      <translation>空き {size}</translation>
    </message>
  </context>
  <context>
    <name>InvitationDialog</name>
    <message>
      <source>Close</source>
      <translation>閉じる</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>コピー日時</translation>
    </message>
    <message>
      <source>Copy address and code</source>
      <translation>アドレスとコードをコピー</translation>
    </message>
    <message>
      <source>Give your friend the address and this code. It is good once, until {when}, and is shown only now. With it, backups can be listed and copied, nothing else.</source>
      <translation>アドレスとこのコードを友人に伝えてください。{when} まで 1 回だけ有効で、表示されるのは今だけです。バックアップの一覧とコピーだけができます。</translation>
    </message>
    <message>
      <source>Invitation code</source>
      <translation>招待コード</translation>
    </message>
    <message>
      <source>Invite a friend</source>
      <translation>友人を招待</translation>
    </message>
  </context>
  <context>
    <name>InvitationStep</name>
    <message>
      <source>A code has twelve letters and digits; this is longer.</source>
      <translation>コードは英数字 12 文字です。これは長すぎます。</translation>
    </message>
    <message>
      <source>An administrator of the server gave you a code. It is good once, for a quarter of an hour, and lets this computer list and copy backups.</source>
      <translation>サーバーの管理者から受け取ったコードです。15 分以内に 1 回だけ使え、このコンピューターでバックアップの一覧とコピーができるようになります。</translation>
    </message>
    <message>
      <source>Code of the invitation</source>
      <translation>招待コード</translation>
    </message>
    <message>
      <source>Hand in</source>
      <translation>使う</translation>
    </message>
    <message>
      <source>Hand in an invitation</source>
      <translation>招待コードを使う</translation>
    </message>
  </context>
  <context>
    <name>KeepOrRestoreDialog</name>
    <message>
      <source>Keep in my archive</source>
      <translation>保存先に保管</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>復元</translation>
    </message>
    <message>
      <source>What should become of it?</source>
      <translation>どうしますか?</translation>
    </message>
    <message>
      <source>{name} can be kept beside your other copies, or brought back to the server. It is only read, and nothing changes on the server before you confirm it.</source>
      <translation>{name} はほかのコピーと一緒に保管するか、サーバーに復元できます。今は読むだけで、確認するまでサーバーは何も変わりません。</translation>
    </message>
  </context>
  <context>
    <name>KeepStep</name>
    <message>
      <source>Choose where it goes instead.</source>
      <translation>代わりの保存場所を選んでください。</translation>
    </message>
    <message>
      <source>It is kept in a file; the app asks for the passphrase each time it starts.</source>
      <translation>ファイルに保存し、起動のたびにパスフレーズを尋ねます。</translation>
    </message>
    <message>
      <source>Nothing is written to the disk; next time you sign in again.</source>
      <translation>ディスクには何も書き込みません。次回はもう一度サインインします。</translation>
    </message>
    <message>
      <source>Seal it with a passphrase</source>
      <translation>パスフレーズで保護する</translation>
    </message>
    <message>
      <source>This session only</source>
      <translation>このセッションのみ</translation>
    </message>
    <message>
      <source>Try the keyring again</source>
      <translation>キーリングを再試行</translation>
    </message>
    <message>
      <source>Unlock it first; mostly it opens with the password you log in with.</source>
      <translation>先にロックを解除してください。通常はログインパスワードで開きます。</translation>
    </message>
    <message>
      <source>Your sign-in cannot be kept</source>
      <translation>サインイン情報を保存できません</translation>
    </message>
  </context>
  <context>
    <name>KeepingDialog</name>
    <message>
      <source>As many as fit</source>
      <translation>入るだけ</translation>
    </message>
    <message>
      <source>By rules</source>
      <translation>ルールで</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>キャンセル</translation>
    </message>
    <message>
      <source>Copies are kept</source>
      <translation>コピーの保持</translation>
    </message>
    <message>
      <source>GOES</source>
      <translation>削除</translation>
    </message>
    <message>
      <source>Keep them, and remove now</source>
      <translation>保存して今すぐ削除</translation>
    </message>
    <message>
      <source>Keep them, and remove now…</source>
      <translation>保存して今すぐ削除…</translation>
    </message>
    <message>
      <source>Keep these rules</source>
      <translation>このルールを保存</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>確認中…</translation>
    </message>
    <message>
      <source>Remove one copy for good</source>
      <translation>コピー 1 件を完全に削除</translation>
    </message>
    <message>
      <source>Remove {count} copies for good</source>
      <translation>コピー {count} 件を完全に削除</translation>
    </message>
    <message>
      <source>Stays</source>
      <translation>残る</translation>
    </message>
    <message>
      <source>The newest good copy of each library always stays, and so does what is pinned. What the rules let go is removed whenever a new copy has come.</source>
      <translation>各ライブラリの最新の正常なコピーと固定したものは必ず残ります。ルールから外れたものは、新しいコピーが届いたときに削除されます。</translation>
    </message>
    <message>
      <source>There are no copies.</source>
      <translation>コピーはありません。</translation>
    </message>
    <message>
      <source>What goes and what stays</source>
      <translation>削除されるものと残るもの</translation>
    </message>
    <message>
      <source>What is kept</source>
      <translation>保持するもの</translation>
    </message>
    <message>
      <source>What is kept on “{name}”</source>
      <translation>「{name}」で保持するもの</translation>
    </message>
    <message>
      <source>undated</source>
      <translation>日付なし</translation>
    </message>
  </context>
  <context>
    <name>KindsChart</name>
    <message>
      <source>Before a restore</source>
      <translation>復元の前</translation>
    </message>
    <message>
      <source>By hand</source>
      <translation>手動</translation>
    </message>
    <message>
      <source>Daily</source>
      <translation>毎日</translation>
    </message>
    <message>
      <source>Monthly</source>
      <translation>毎月</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>その他</translation>
    </message>
    <message>
      <source>Size by kind</source>
      <translation>種類別のサイズ</translation>
    </message>
    <message>
      <source>Weekly</source>
      <translation>毎週</translation>
    </message>
    <message>
      <source>here {figures}</source>
      <translation>ここ {figures}</translation>
    </message>
    <message>
      <source>none</source>
      <translation>なし</translation>
    </message>
    <message>
      <source>server {figures}</source>
      <translation>サーバー {figures}</translation>
    </message>
    <message>
      <source>{kind}: here {count} of {size}, on the server {there} of {size_there}</source>
      <translation>{kind}:ここに {count} 件 ({size})、サーバーに {there} 件 ({size_there})</translation>
    </message>
  </context>
  <context>
    <name>Leaving</name>
    <message>
      <source>Choose the backup that moves</source>
      <translation>移行するバックアップを選ぶ</translation>
    </message>
    <message>
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <source>Save the page</source>
      <translation>ページを保存</translation>
    </message>
    <message>
      <source>Sign in as an administrator of the restored library: the accounts are now those of the backup.</source>
      <translation>復元したライブラリの管理者としてサインインしてください。アカウントはバックアップのものになっています。</translation>
    </message>
    <message>
      <source>The list is in the clipboard.</source>
      <translation>一覧をクリップボードにコピーしました。</translation>
    </message>
    <message>
      <source>The page is in the clipboard.</source>
      <translation>ページをクリップボードにコピーしました。</translation>
    </message>
    <message>
      <source>The page was saved as {name}.</source>
      <translation>ページを {name} として保存しました。</translation>
    </message>
    <message>
      <source>Web page (*.html)</source>
      <translation>Web ページ (*.html)</translation>
    </message>
  </context>
  <context>
    <name>Loading</name>
    <message>
      <source>Asking the server</source>
      <translation>サーバーに問い合わせ中</translation>
    </message>
    <message>
      <source>Asking the server…</source>
      <translation>サーバーに問い合わせ中…</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Backups</source>
      <translation>バックアップ</translation>
    </message>
    <message>
      <source>Connecting…</source>
      <translation>接続中…</translation>
    </message>
    <message>
      <source>Home</source>
      <translation>ホーム</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>復元</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>設定</translation>
    </message>
    <message>
      <source>Transfers</source>
      <translation>転送</translation>
    </message>
  </context>
  <context>
    <name>MoveFace</name>
    <message>
      <source>Add a server…</source>
      <translation>サーバーを追加…</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>戻る</translation>
    </message>
    <message>
      <source>Check the backup</source>
      <translation>バックアップを検証</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
      <source>Chosen by hand: {folder}</source>
      <translation>手動で選択:{folder}</translation>
    </message>
    <message>
      <source>No server is set up yet.</source>
      <translation>サーバーがまだ設定されていません。</translation>
    </message>
    <message>
      <source>There is no backup in the archive that could be restored.</source>
      <translation>保存先に復元できるバックアップがありません。</translation>
    </message>
    <message>
      <source>Where to?</source>
      <translation>どこへ?</translation>
    </message>
    <message>
      <source>Which backup moves?</source>
      <translation>どのバックアップを移行しますか?</translation>
    </message>
    <message>
      <source>While the old server still runs, make a full backup there and copy it here first: what is not in the backup does not move.</source>
      <translation>古いサーバーが動いているうちに完全バックアップを作り、先にここへコピーしてください。バックアップにないものは移行されません。</translation>
    </message>
    <message>
      <source>database only</source>
      <translation>データベースのみ</translation>
    </message>
    <message>
      <source>full</source>
      <translation>完全</translation>
    </message>
    <message>
      <source>not verified</source>
      <translation>未検証</translation>
    </message>
    <message>
      <source>suspect</source>
      <translation>要確認</translation>
    </message>
    <message>
      <source>verified</source>
      <translation>検証済み</translation>
    </message>
    <message>
      <source>{host} · with the backup engine</source>
      <translation>{host} · バックアップエンジンあり</translation>
    </message>
    <message>
      <source>{host} · without the backup engine</source>
      <translation>{host} · バックアップエンジンなし</translation>
    </message>
  </context>
  <context>
    <name>NamingDialog</name>
    <message>
      <source>Name</source>
      <translation>名前</translation>
    </message>
    <message>
      <source>On this computer only. Without a name it is called by its host.</source>
      <translation>このコンピューターだけの名前です。空欄ならホスト名を使います。</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>名前を変更</translation>
    </message>
    <message>
      <source>Rename the server</source>
      <translation>サーバーの名前を変更</translation>
    </message>
  </context>
  <context>
    <name>NotAllowedStep</name>
    <message>
      <source>Copy the message</source>
      <translation>メッセージをコピー</translation>
    </message>
    <message>
      <source>Hello, I would like to keep copies of the backups of {host} on my computer. Could you make an invitation for me (in the app: Settings, Devices; or allow my account with `kuroibara-backup admin grant {user}`)? Its code is good for 15 minutes, so please send it when I am there.</source>
      <translation>こんにちは。{host} のバックアップのコピーを自分のコンピューターに保管したいので、招待を作ってもらえますか (アプリの「設定」→「デバイス」、または `kuroibara-backup admin grant {user}` でアカウントを許可)。コードの有効期限は 15 分なので、こちらがいるときに送ってください。</translation>
    </message>
    <message>
      <source>I have an invitation</source>
      <translation>招待コードがあります</translation>
    </message>
    <message>
      <source>Message to an administrator</source>
      <translation>管理者へのメッセージ</translation>
    </message>
    <message>
      <source>The message is in the clipboard.</source>
      <translation>メッセージをクリップボードにコピーしました。</translation>
    </message>
    <message>
      <source>You need an invitation</source>
      <translation>招待が必要です</translation>
    </message>
    <message>
      <source>{user} may sign in at {host}, but not take backups here. Ask an administrator for an invitation.</source>
      <translation>{user} は {host} にサインインできますが、バックアップは取得できません。管理者に招待を依頼してください。</translation>
    </message>
  </context>
  <context>
    <name>NoteDialog</name>
    <message>
      <source>Everybody who may see the backups of this server can read it.</source>
      <translation>このサーバーのバックアップを見られる人は誰でも読めます。</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>メモ</translation>
    </message>
    <message>
      <source>Note about {name}</source>
      <translation>{name} のメモ</translation>
    </message>
    <message>
      <source>Save note</source>
      <translation>メモを保存</translation>
    </message>
  </context>
  <context>
    <name>NoticeList</name>
    <message>
      <source>In 1 hour</source>
      <translation>1 時間後</translation>
    </message>
    <message>
      <source>In 8 hours</source>
      <translation>8 時間後</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>後で</translation>
    </message>
    <message>
      <source>Remind me again</source>
      <translation>通知を再開</translation>
    </message>
    <message>
      <source>Remind me again: {what}</source>
      <translation>通知を再開:{what}</translation>
    </message>
    <message>
      <source>Remind me later: {what}</source>
      <translation>後で通知:{what}</translation>
    </message>
    <message>
      <source>What to see to</source>
      <translation>対応が必要なこと</translation>
    </message>
    <message>
      <source>When the drive is in</source>
      <translation>ドライブを接続したとき</translation>
    </message>
  </context>
  <context>
    <name>NoticeWording</name>
    <message>
      <source>1 hour</source>
      <translation>1 時間</translation>
    </message>
    <message>
      <source>A backup is suspect</source>
      <translation>要確認のバックアップがあります</translation>
    </message>
    <message>
      <source>A copy here is damaged: {name}.</source>
      <translation>ここのコピーが破損しています:{name}。</translation>
    </message>
    <message>
      <source>A copy is damaged</source>
      <translation>コピーが破損しています</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>答える</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>フォルダーを選ぶ</translation>
    </message>
    <message>
      <source>Choose another folder</source>
      <translation>別のフォルダーを選ぶ</translation>
    </message>
    <message>
      <source>Copying is paused: nothing comes by itself.</source>
      <translation>コピーを一時停止中:自動では何もコピーしません。</translation>
    </message>
    <message>
      <source>Create backup</source>
      <translation>バックアップを作成</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>続ける</translation>
    </message>
    <message>
      <source>Last seen {age}.</source>
      <translation>最終確認:{age}。</translation>
    </message>
    <message>
      <source>Later: at {time}</source>
      <translation>後で:{time}</translation>
    </message>
    <message>
      <source>Later: when the drive is in</source>
      <translation>後で:ドライブを接続したとき</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>もう一度確認</translation>
    </message>
    <message>
      <source>Much smaller than the one before: {name}.</source>
      <translation>前のものよりかなり小さい:{name}。</translation>
    </message>
    <message>
      <source>My server is gone…</source>
      <translation>サーバーがなくなった…</translation>
    </message>
    <message>
      <source>No fresh backup on the server</source>
      <translation>サーバーに新しいバックアップがありません</translation>
    </message>
    <message>
      <source>No fresh copy on this computer</source>
      <translation>このコンピューターに新しいコピーがありません</translation>
    </message>
    <message>
      <source>No full copy of “{server}” is here that could be relied upon.</source>
      <translation>「{server}」の信頼できる完全コピーがここにありません。</translation>
    </message>
    <message>
      <source>On battery: what comes by itself waits for power.</source>
      <translation>バッテリー使用中:自動コピーは電源接続を待ちます。</translation>
    </message>
    <message>
      <source>Open it…</source>
      <translation>開く…</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>表示</translation>
    </message>
    <message>
      <source>Show the servers</source>
      <translation>サーバーを表示</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>サインイン</translation>
    </message>
    <message>
      <source>The archive folder cannot be used.</source>
      <translation>保存先フォルダーを使えません。</translation>
    </message>
    <message>
      <source>The drive is away</source>
      <translation>ドライブがありません</translation>
    </message>
    <message>
      <source>The drive “{drive}” has been away for {age}.</source>
      <translation>ドライブ「{drive}」が {age} 接続されていません。</translation>
    </message>
    <message>
      <source>The drive “{drive}” is not connected.</source>
      <translation>ドライブ「{drive}」が接続されていません。</translation>
    </message>
    <message>
      <source>The newest full copy of “{server}” here was made {age}.</source>
      <translation>ここにある「{server}」の最新の完全コピーは{age}のものです。</translation>
    </message>
    <message>
      <source>The next copy needs {size}, more than is free on “{drive}”.</source>
      <translation>次のコピーには {size} 必要ですが、「{drive}」の空きが足りません。</translation>
    </message>
    <message>
      <source>The server does not answer.</source>
      <translation>サーバーが応答しません。</translation>
    </message>
    <message>
      <source>The server has made no backup for {age}.</source>
      <translation>サーバーは {age} バックアップを作成していません。</translation>
    </message>
    <message>
      <source>The server has not been seen for {age}.</source>
      <translation>サーバーに {age} 接続できていません。</translation>
    </message>
    <message>
      <source>The server was not seen</source>
      <translation>サーバーに接続できていません</translation>
    </message>
    <message>
      <source>The sign-in cannot be read: where it is kept is locked.</source>
      <translation>保存場所がロックされているため、サインイン情報を読めません。</translation>
    </message>
    <message>
      <source>There is no full copy here yet that could be relied upon.</source>
      <translation>信頼できる完全コピーがまだありません。</translation>
    </message>
    <message>
      <source>This account may sign in, but not take backups.</source>
      <translation>このアカウントはサインインできますが、バックアップは取得できません。</translation>
    </message>
    <message>
      <source>This computer has had no fresh full copy for {age}.</source>
      <translation>このコンピューターには {age} 新しい完全コピーがありません。</translation>
    </message>
    <message>
      <source>This network is metered: {size} would be fetched over it.</source>
      <translation>従量制のネットワークです:{size} を取得します。</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>もう一度試す</translation>
    </message>
    <message>
      <source>Until you say whether it is the same library, nothing is removed.</source>
      <translation>同じライブラリかお答えいただくまで、何も削除しません。</translation>
    </message>
    <message>
      <source>You are signed out</source>
      <translation>サインアウトしています</translation>
    </message>
    <message>
      <source>You are signed out, so nothing can be copied.</source>
      <translation>サインアウトしているため、コピーできません。</translation>
    </message>
    <message>
      <source>You have been signed out for {age}.</source>
      <translation>サインアウトしてから {age} たちました。</translation>
    </message>
    <message>
      <source>Your sign-in ends within a day: the server was not reached for so long.</source>
      <translation>サーバーに長く接続できていないため、サインインが 1 日以内に終わります。</translation>
    </message>
    <message>
      <source>Your sign-in is about to end</source>
      <translation>サインインがまもなく終わります</translation>
    </message>
    <message>
      <source>{count} days</source>
      <translation>{count} 日間</translation>
    </message>
    <message>
      <source>{count} hours</source>
      <translation>{count} 時間</translation>
    </message>
    <message>
      <source>{name} and {count} more</source>
      <translation>{name} ほか {count} 件</translation>
    </message>
  </context>
  <context>
    <name>OfferedDoor</name>
    <message>
      <source>Enter the manga for {user}?</source>
      <translation>{user} のマンガとして登録しますか?</translation>
    </message>
    <message>
      <source>Enter them</source>
      <translation>登録する</translation>
    </message>
    <message>
      <source>Entering manga</source>
      <translation>マンガを登録しています</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>続ける</translation>
    </message>
    <message>
      <source>It is this computer's own: the sign-in here ends sooner without it.</source>
      <translation>このコンピューター自身のものです。取り消すと、ここのサインインが早く終わります。</translation>
    </message>
    <message>
      <source>Its token is not accepted any more, at once and for good.</source>
      <translation>トークンは直ちに無効になり、元に戻せません。</translation>
    </message>
    <message>
      <source>Looking through the library</source>
      <translation>ライブラリを調べています</translation>
    </message>
    <message>
      <source>Revoke it</source>
      <translation>取り消す</translation>
    </message>
    <message>
      <source>Revoke {name}?</source>
      <translation>{name} を取り消しますか?</translation>
    </message>
    <message>
      <source>The device's token is no longer accepted.</source>
      <translation>デバイスのトークンは無効になりました。</translation>
    </message>
    <message>
      <source>The invitation's code is no longer accepted.</source>
      <translation>招待コードは無効になりました。</translation>
    </message>
    <message>
      <source>The server is at work on it…</source>
      <translation>サーバーで処理中です…</translation>
    </message>
    <message>
      <source>The server keeps to its new rules.</source>
      <translation>サーバーに新しいルールを設定しました。</translation>
    </message>
    <message>
      <source>The server keeps to its new schedule from now on.</source>
      <translation>サーバーに新しいスケジュールを設定しました。</translation>
    </message>
    <message>
      <source>The server's database gets an entry for each folder it does not know.</source>
      <translation>データベースにないフォルダーごとに、サーバーのデータベースに項目を作ります。</translation>
    </message>
    <message>
      <source>Trying to enter manga</source>
      <translation>登録を試しています</translation>
    </message>
    <message>
      <source>What decides which backups are kept, and who may reach them, wants it. It is sent to the server only.</source>
      <translation>バックアップの保持やアクセスに関わる変更に必要です。サーバーにだけ送られます。</translation>
    </message>
    <message>
      <source>Your password once more</source>
      <translation>もう一度パスワードを入力</translation>
    </message>
  </context>
  <context>
    <name>OfferedSection</name>
    <message>
      <source>1 day</source>
      <translation>1 日間</translation>
    </message>
    <message>
      <source>1 month</source>
      <translation>1 か月</translation>
    </message>
    <message>
      <source>1 week</source>
      <translation>1 週</translation>
    </message>
    <message>
      <source>1 year</source>
      <translation>1 年</translation>
    </message>
    <message>
      <source>Backup engine {version}</source>
      <translation>バックアップエンジン {version}</translation>
    </message>
    <message>
      <source>Change what the server keeps</source>
      <translation>サーバーの保持設定を変更</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>変更…</translation>
    </message>
    <message>
      <source>Every backup: no rule has a number</source>
      <translation>すべてのバックアップ (数のあるルールがありません)</translation>
    </message>
    <message>
      <source>Every backup: nothing is removed</source>
      <translation>すべてのバックアップ (何も削除しません)</translation>
    </message>
    <message>
      <source>Kuroibara {version}</source>
      <translation>Kuroibara {version}</translation>
    </message>
    <message>
      <source>No server is set up, so there is nothing to show here.</source>
      <translation>サーバーが設定されていないため、表示するものがありません。</translation>
    </message>
    <message>
      <source>Nothing would go now.</source>
      <translation>今削除されるものはありません。</translation>
    </message>
    <message>
      <source>One backup goes after the next one ({size}).</source>
      <translation>次のバックアップの後、1 件 ({size}) が削除されます。</translation>
    </message>
    <message>
      <source>The server is being asked…</source>
      <translation>サーバーに問い合わせ中…</translation>
    </message>
    <message>
      <source>This device</source>
      <translation>このデバイス</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>もう一度試す</translation>
    </message>
    <message>
      <source>What it does by itself, and who may reach it.</source>
      <translation>サーバーが自動で行うことと、アクセスできる人。</translation>
    </message>
    <message>
      <source>What the server keeps</source>
      <translation>サーバーが保持するもの</translation>
    </message>
    <message>
      <source>at most 1</source>
      <translation>最大 1</translation>
    </message>
    <message>
      <source>at most {count}</source>
      <translation>最大 {count}</translation>
    </message>
    <message>
      <source>{count} backups go after the next one ({size}).</source>
      <translation>次のバックアップの後、{count} 件 ({size}) が削除されます。</translation>
    </message>
    <message>
      <source>{count} days</source>
      <translation>{count} 日間</translation>
    </message>
    <message>
      <source>{count} months</source>
      <translation>{count} か月</translation>
    </message>
    <message>
      <source>{count} weeks</source>
      <translation>{count} 週</translation>
    </message>
    <message>
      <source>{count} years</source>
      <translation>{count} 年</translation>
    </message>
    <message>
      <source>{server} runs Kuroibara alone. Schedule, retention, devices and the recovery of manga are what the backup engine adds: ask whoever runs the server to install it beside Kuroibara. Until then they are set on Kuroibara's own pages.</source>
      <translation>{server} は Kuroibara だけで動いています。スケジュール、保持ルール、デバイス、マンガの復旧はバックアップエンジンの機能です。サーバーの管理者に導入を依頼してください。それまでは Kuroibara のページで設定します。</translation>
    </message>
    <message>
      <source>{user} is connected here, but only administrators see and change when backups are made and which are kept, and only they enter lost manga again. Ask one of them if something is to be different.</source>
      <translation>{user} として接続していますが、バックアップの時期と保持を見て変更し、失われたマンガを登録し直せるのは管理者だけです。変更したい場合は管理者に依頼してください。</translation>
    </message>
  </context>
  <context>
    <name>OrphansCard</name>
    <message>
      <source>Enter them for</source>
      <translation>登録先</translation>
    </message>
    <message>
      <source>Enter them…</source>
      <translation>登録…</translation>
    </message>
    <message>
      <source>Entered for {user}: manga: {manga} · chapters: {chapters}</source>
      <translation>{user} に登録しました: マンガ {manga} 件 · チャプター {chapters} 件</translation>
    </message>
    <message>
      <source>Files that the database names and the library has not: {count}</source>
      <translation>データベースにあるのにライブラリにないファイル: {count} 件</translation>
    </message>
    <message>
      <source>Folders in the library that the database does not know, as after a loss.</source>
      <translation>ライブラリにあるのにデータベースにないフォルダーです (損失の後など)。</translation>
    </message>
    <message>
      <source>Found: {manga} · to be entered: {recoverable} · chapters: {chapters}</source>
      <translation>見つかったもの: {manga} 件 · 登録できるもの: {recoverable} 件 · チャプター: {chapters} 件</translation>
    </message>
    <message>
      <source>Left out:</source>
      <translation>除外したもの:</translation>
    </message>
    <message>
      <source>Look through the library</source>
      <translation>ライブラリを調べる</translation>
    </message>
    <message>
      <source>Manga without entries</source>
      <translation>未登録のマンガ</translation>
    </message>
    <message>
      <source>One folder is in the library but not in the database.</source>
      <translation>ライブラリにあるのにデータベースにないフォルダーが 1 つあります。</translation>
    </message>
    <message>
      <source>The user in whose library they appear; files are not touched.</source>
      <translation>マンガが表示されるユーザーです。ファイルには触れません。</translation>
    </message>
    <message>
      <source>There is none.</source>
      <translation>ありません。</translation>
    </message>
    <message>
      <source>Try it out</source>
      <translation>試す</translation>
    </message>
    <message>
      <source>Would be entered for {user}: manga: {manga} · chapters: {chapters}</source>
      <translation>{user} に登録されるもの: マンガ {manga} 件 · チャプター {chapters} 件</translation>
    </message>
    <message>
      <source>and more: {count}</source>
      <translation>ほか {count} 件</translation>
    </message>
    <message>
      <source>{count} folders are in the library but not in the database.</source>
      <translation>ライブラリにあるのにデータベースにないフォルダーが {count} 件あります。</translation>
    </message>
    <message>
      <source>{title} · chapters: {count}</source>
      <translation>{title} · チャプター {count} 件</translation>
    </message>
  </context>
  <context>
    <name>OutcomeFace</name>
    <message>
      <source>Done</source>
      <translation>完了</translation>
    </message>
    <message>
      <source>Roll back…</source>
      <translation>元に戻す…</translation>
    </message>
    <message>
      <source>The way back</source>
      <translation>元に戻す</translation>
    </message>
  </context>
  <context>
    <name>Overlay</name>
    <message>
      <source>Drop the backup here</source>
      <translation>ここにバックアップをドロップ</translation>
    </message>
    <message>
      <source>You are asked what should become of it.</source>
      <translation>ドロップした後に選べます。</translation>
    </message>
  </context>
  <context>
    <name>PassphraseStep</name>
    <message>
      <source>Open</source>
      <translation>開く</translation>
    </message>
    <message>
      <source>Open your sign-in</source>
      <translation>サインイン情報を開く</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>パスフレーズ</translation>
    </message>
    <message>
      <source>Sign in anew</source>
      <translation>サインインし直す</translation>
    </message>
    <message>
      <source>The sealed sign-in is removed; you are asked again.</source>
      <translation>保護されたサインイン情報を削除し、もう一度尋ねます。</translation>
    </message>
    <message>
      <source>Type the passphrase that you sealed it with.</source>
      <translation>保護に使ったパスフレーズを入力してください。</translation>
    </message>
  </context>
  <context>
    <name>PasswordDialog</name>
    <message>
      <source>Code of your authenticator app</source>
      <translation>認証アプリのコード</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>続ける</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>パスワード</translation>
    </message>
    <message>
      <source>What replaces a library wants it. It is sent to the server only.</source>
      <translation>ライブラリの置き換えに必要です。サーバーにだけ送られます。</translation>
    </message>
    <message>
      <source>Your password once more</source>
      <translation>もう一度パスワードを入力</translation>
    </message>
  </context>
  <context>
    <name>Picker</name>
    <message>
      <source>everything</source>
      <translation>すべて</translation>
    </message>
    <message>
      <source>{title}: {choice}</source>
      <translation>{title}:{choice}</translation>
    </message>
  </context>
  <context>
    <name>PlainDoor</name>
    <message>
      <source>Do not close the window before it is sent: Kuroibara wants it in one piece.</source>
      <translation>送信が終わるまでウィンドウを閉じないでください。Kuroibara は 1 回で受け取る必要があります。</translation>
    </message>
    <message>
      <source>Kuroibara has the backup</source>
      <translation>Kuroibara にバックアップが届きました</translation>
    </message>
    <message>
      <source>Sending {name}</source>
      <translation>{name} を送信しています</translation>
    </message>
  </context>
  <context>
    <name>PlainFace</name>
    <message>
      <source>Another file</source>
      <translation>別のファイル</translation>
    </message>
    <message>
      <source>I know this, and want it all the same</source>
      <translation>承知のうえで実行する</translation>
    </message>
    <message>
      <source>Send it to Kuroibara</source>
      <translation>Kuroibara に送信</translation>
    </message>
    <message>
      <source>This file is not for {host}</source>
      <translation>このファイルは {host} では使えません</translation>
    </message>
    <message>
      <source>What {host} would do with it</source>
      <translation>{host} で行われること</translation>
    </message>
  </context>
  <context>
    <name>PlanFace</name>
    <message>
      <source>After</source>
      <translation>復元後</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>戻る</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>差</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>もう一度確認</translation>
    </message>
    <message>
      <source>Nothing has changed on the server until now.</source>
      <translation>まだサーバーは何も変わっていません。</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>現在</translation>
    </message>
    <message>
      <source>Replace what is there…</source>
      <translation>今の内容を置き換える…</translation>
    </message>
    <message>
      <source>What</source>
      <translation>項目</translation>
    </message>
    <message>
      <source>What would change</source>
      <translation>変更内容</translation>
    </message>
    <message>
      <source>What would change on {server}</source>
      <translation>{server} の変更内容</translation>
    </message>
    <message>
      <source>{name} · {scope}</source>
      <translation>{name} · {scope}</translation>
    </message>
    <message>
      <source>{name} · {scope} · with a safety copy first</source>
      <translation>{name} · {scope} · 先に安全コピーを作成</translation>
    </message>
    <message>
      <source>{name} · {scope} · without a safety copy</source>
      <translation>{name} · {scope} · 安全コピーなし</translation>
    </message>
  </context>
  <context>
    <name>ProgressCard</name>
    <message>
      <source>Cancel</source>
      <translation>キャンセル</translation>
    </message>
    <message>
      <source>Cancel: {title}</source>
      <translation>キャンセル:{title}</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>一時停止</translation>
    </message>
    <message>
      <source>Pause: {title}</source>
      <translation>一時停止:{title}</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>進捗</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>停止しています…</translation>
    </message>
  </context>
  <context>
    <name>PropertiesDialog</name>
    <message>
      <source>Close</source>
      <translation>閉じる</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>コピー日時</translation>
    </message>
    <message>
      <source>Copy all</source>
      <translation>すべてコピー</translation>
    </message>
    <message>
      <source>Copy checksum</source>
      <translation>チェックサムをコピー</translation>
    </message>
    <message>
      <source>Everything known about this backup</source>
      <translation>このバックアップについて分かること</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>フォルダーを開く</translation>
    </message>
    <message>
      <source>Properties of {name}</source>
      <translation>{name} のプロパティ</translation>
    </message>
  </context>
  <context>
    <name>Question</name>
    <message>
      <source>Cancel</source>
      <translation>キャンセル</translation>
    </message>
  </context>
  <context>
    <name>Questions</name>
    <message>
      <source>What is on {server} now is replaced by what {name} holds. It is kept for a while, so that you can return to it.</source>
      <translation>{server} の今の内容を {name} の内容で置き換えます。元に戻せるよう、しばらく残しておきます。</translation>
    </message>
  </context>
  <context>
    <name>RemindersSection</name>
    <message>
      <source> day</source>
      <translation> 日</translation>
    </message>
    <message>
      <source> days</source>
      <translation> 日</translation>
    </message>
    <message>
      <source> hour</source>
      <translation> 時間</translation>
    </message>
    <message>
      <source> hours</source>
      <translation> 時間</translation>
    </message>
    <message>
      <source>A backup is suspect</source>
      <translation>要確認のバックアップがあります</translation>
    </message>
    <message>
      <source>A copy is damaged</source>
      <translation>コピーが破損しています</translation>
    </message>
    <message>
      <source>At once.</source>
      <translation>すぐに。</translation>
    </message>
    <message>
      <source>At once: it is much smaller than the one before.</source>
      <translation>すぐに。前のものよりかなり小さい場合です。</translation>
    </message>
    <message>
      <source>Each comes once, and goes by itself when its cause is gone.</source>
      <translation>1 回だけ通知し、解決すると自動で消えます。</translation>
    </message>
    <message>
      <source>From</source>
      <translation>開始</translation>
    </message>
    <message>
      <source>Home calls the library protected as long as the copy is no older.</source>
      <translation>コピーがこれより新しければ、ホームは「保護されています」と表示します。</translation>
    </message>
    <message>
      <source>Keep quiet at some hours</source>
      <translation>決まった時間は通知しない</translation>
    </message>
    <message>
      <source>Noted. It is in force from now on.</source>
      <translation>保存しました。今から有効です。</translation>
    </message>
    <message>
      <source>Quiet from</source>
      <translation>静かにする開始時刻</translation>
    </message>
    <message>
      <source>Quiet until</source>
      <translation>静かにする終了時刻</translation>
    </message>
    <message>
      <source>Show notifications</source>
      <translation>通知を表示</translation>
    </message>
    <message>
      <source>The day before.</source>
      <translation>前日に。</translation>
    </message>
    <message>
      <source>The drive is away</source>
      <translation>ドライブがありません</translation>
    </message>
    <message>
      <source>The server has made no backup</source>
      <translation>サーバーがバックアップを作成していない</translation>
    </message>
    <message>
      <source>The server was not seen</source>
      <translation>サーバーに接続できていません</translation>
    </message>
    <message>
      <source>This computer has no fresh full copy</source>
      <translation>このコンピューターに新しい完全コピーがない</translation>
    </message>
    <message>
      <source>What is due meanwhile is listed at once, and rings afterwards.</source>
      <translation>その間の通知はすぐ一覧に載り、後で知らせます。</translation>
    </message>
    <message>
      <source>What reminds you</source>
      <translation>通知する内容</translation>
    </message>
    <message>
      <source>When it may ring</source>
      <translation>通知してよい時間</translation>
    </message>
    <message>
      <source>Without them, reminders stand on the Home page alone.</source>
      <translation>オフの場合、ホームにだけ表示します。</translation>
    </message>
    <message>
      <source>You are signed out</source>
      <translation>サインアウトしています</translation>
    </message>
    <message>
      <source>Your sign-in is about to end</source>
      <translation>サインインがまもなく終わります</translation>
    </message>
    <message>
      <source>after</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>until</source>
      <translation>まで</translation>
    </message>
    <message>
      <source>{what}: after</source>
      <translation>{what}:期限</translation>
    </message>
  </context>
  <context>
    <name>RescueWording</name>
    <message>
      <source>Afterwards restore {name} over it, the database only: it is younger, made {made}, and brings back what people read since.</source>
      <translation>その後、{name} のデータベースだけを重ねて復元してください。より新しく ({made} 作成)、その後の読書の進捗が戻ります。</translation>
    </message>
    <message>
      <source>Beside it</source>
      <translation>あわせて必要なもの</translation>
    </message>
    <message>
      <source>By hand, with Kuroibara stopped, in the folder of the backup</source>
      <translation>手作業:Kuroibara を停止し、バックアップのフォルダーで</translation>
    </message>
    <message>
      <source>Free space</source>
      <translation>空き容量</translation>
    </message>
    <message>
      <source>How the Kuroibara library of {server} comes back</source>
      <translation>{server} の Kuroibara ライブラリを戻す方法</translation>
    </message>
    <message>
      <source>How this Kuroibara library comes back</source>
      <translation>この Kuroibara ライブラリを戻す方法</translation>
    </message>
    <message>
      <source>In Kuroibara Desktop: Restore, Move to another server. It sends {name}, shows what would change, and asks before it does.</source>
      <translation>Kuroibara Desktop の「復元」→「別のサーバーに移行」。{name} を送信し、変更内容を示して確認を求めます。</translation>
    </message>
    <message>
      <source>Install Kuroibara, PostgreSQL and the backup engine, and start them once.</source>
      <translation>Kuroibara、PostgreSQL、バックアップエンジンをインストールし、一度起動します。</translation>
    </message>
    <message>
      <source>It holds the database only. The manga files have to come from somewhere else.</source>
      <translation>データベースだけです。マンガファイルは別に用意する必要があります。</translation>
    </message>
    <message>
      <source>It is damaged.</source>
      <translation>破損しています。</translation>
    </message>
    <message>
      <source>It is suspect: it held much less than the one before it.</source>
      <translation>要確認です:前のものより内容がかなり少なくなっています。</translation>
    </message>
    <message>
      <source>It is the best there is: made {made}, {size}.</source>
      <translation>今ある中で最良のものです:{made} 作成、{size}。</translation>
    </message>
    <message>
      <source>It is the newest backup with everything in it whose every byte was read back here: made {made}, {size}.</source>
      <translation>すべてを含み、全バイトをここで読み直した最新のバックアップです:{made} 作成、{size}。</translation>
    </message>
    <message>
      <source>Kuroibara</source>
      <translation>Kuroibara</translation>
    </message>
    <message>
      <source>Make an administrator, and tell the owner of the backups the address.</source>
      <translation>管理者を作り、バックアップの持ち主にアドレスを伝えます。</translation>
    </message>
    <message>
      <source>PostgreSQL</source>
      <translation>PostgreSQL</translation>
    </message>
    <message>
      <source>SHA-256: {digest}</source>
      <translation>SHA-256:{digest}</translation>
    </message>
    <message>
      <source>Sign in as somebody of the old server, open a chapter, look at the schedule.</source>
      <translation>古いサーバーのユーザーでサインインし、チャプターを開き、スケジュールを確認します。</translation>
    </message>
    <message>
      <source>That of the old server, or newer: the backup does not say</source>
      <translation>古いサーバーと同じかそれ以降 (バックアップに記載なし)</translation>
    </message>
    <message>
      <source>The backup engine, kuroibara-backup</source>
      <translation>バックアップエンジン kuroibara-backup</translation>
    </message>
    <message>
      <source>The version of the old server, or newer: the backup does not say</source>
      <translation>古いサーバーのバージョンかそれ以降 (バックアップに記載なし)</translation>
    </message>
    <message>
      <source>Then the same with {name}, the database only.</source>
      <translation>次に {name} で同じことを、データベースだけ行います。</translation>
    </message>
    <message>
      <source>Use {name}</source>
      <translation>{name} を使います</translation>
    </message>
    <message>
      <source>Verify it first: it was not read back since it came here.</source>
      <translation>先に検証してください。ここに届いてから読み直していません。</translation>
    </message>
    <message>
      <source>What the new server needs</source>
      <translation>新しいサーバーに必要なもの</translation>
    </message>
    <message>
      <source>What to do</source>
      <translation>手順</translation>
    </message>
    <message>
      <source>Written {time}.</source>
      <translation>作成日時:{time}。</translation>
    </message>
    <message>
      <source>{name} is newer, but damaged.</source>
      <translation>{name} はより新しいですが、破損しています。</translation>
    </message>
    <message>
      <source>{name} is newer, but holds the database only.</source>
      <translation>{name} はより新しいですが、データベースだけです。</translation>
    </message>
    <message>
      <source>{name} is newer, but suspect: much smaller than the one before.</source>
      <translation>{name} はより新しいですが、要確認です (前のものよりかなり小さい)。</translation>
    </message>
    <message>
      <source>{name} is newer, but was not read back here yet.</source>
      <translation>{name} はより新しいですが、ここでまだ読み直していません。</translation>
    </message>
    <message>
      <source>{size}, better twice that</source>
      <translation>{size} (できれば 2 倍)</translation>
    </message>
    <message>
      <source>{version} or newer</source>
      <translation>{version} 以降</translation>
    </message>
  </context>
  <context>
    <name>RestoreDoor</name>
    <message>
      <source>Checking {name}</source>
      <translation>{name} を確認しています</translation>
    </message>
    <message>
      <source>Comparing {name}</source>
      <translation>{name} を比較しています</translation>
    </message>
    <message>
      <source>Give up</source>
      <translation>やめる</translation>
    </message>
    <message>
      <source>Leave it for now</source>
      <translation>今はやめておく</translation>
    </message>
    <message>
      <source>Nothing was begun. Look at the plan again, and confirm it.</source>
      <translation>何も始めていません。計画をもう一度確認してください。</translation>
    </message>
    <message>
      <source>Restoring {name}</source>
      <translation>{name} を復元しています</translation>
    </message>
    <message>
      <source>Returning to what was there before</source>
      <translation>元の状態に戻しています</translation>
    </message>
    <message>
      <source>Sending {name}</source>
      <translation>{name} を送信しています</translation>
    </message>
    <message>
      <source>Sign in…</source>
      <translation>サインイン…</translation>
    </message>
    <message>
      <source>The server never heard the confirmation.</source>
      <translation>確認がサーバーに届きませんでした。</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>もう一度試す</translation>
    </message>
    <message>
      <source>{name} has to wait: a restore is under way.</source>
      <translation>復元中のため、{name} は待機します。</translation>
    </message>
  </context>
  <context>
    <name>RestoreEntry</name>
    <message>
      <source>Restore</source>
      <translation>復元</translation>
    </message>
  </context>
  <context>
    <name>RestorePage</name>
    <message>
      <source>Restore</source>
      <translation>復元</translation>
    </message>
  </context>
  <context>
    <name>RestoreWording</name>
    <message>
      <source>1 person can sign in.</source>
      <translation>1 人がサインインできます。</translation>
    </message>
    <message>
      <source>Afterwards these people can sign in, with the password of that time, and nobody else: {names}.</source>
      <translation>復元後にサインインできるのは次の人だけです (当時のパスワードで):{names}。</translation>
    </message>
    <message>
      <source>Before it, a safety copy was made: {name}.</source>
      <translation>先に安全コピーを作りました:{name}。</translation>
    </message>
    <message>
      <source>By the server, to the last byte: {time}</source>
      <translation>サーバーが最後の 1 バイトまで:{time}</translation>
    </message>
    <message>
      <source>Chapters</source>
      <translation>チャプター</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>検証</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>すべて</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>ファイル</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>形式</translation>
    </message>
    <message>
      <source>Given up</source>
      <translation>中止</translation>
    </message>
    <message>
      <source>It comes from this computer. Every byte was read here, and again on the server.</source>
      <translation>このコンピューターから送られました。すべてのバイトをここで読み、サーバーでももう一度読みました。</translation>
    </message>
    <message>
      <source>It does not say</source>
      <translation>記載なし</translation>
    </message>
    <message>
      <source>It lies on {host}: nothing was sent from this computer. The server itself read every byte of it for this comparison.</source>
      <translation>{host} にあります。このコンピューターからは何も送られていません。この比較のために、サーバー自身がすべてのバイトを読みました。</translation>
    </message>
    <message>
      <source>Kuroibara: {kuroibara} · PostgreSQL: {postgresql}</source>
      <translation>Kuroibara:{kuroibara} · PostgreSQL:{postgresql}</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>作成</translation>
    </message>
    <message>
      <source>Made by Kuroibara itself (format 1)</source>
      <translation>Kuroibara 本体が作成 (形式 1)</translation>
    </message>
    <message>
      <source>Made by the backup engine (format 2)</source>
      <translation>バックアップエンジンが作成 (形式 2)</translation>
    </message>
    <message>
      <source>Made since the restore, and put aside by going back: {rows} rows of the database, {new} new and {changed} changed files ({size}).</source>
      <translation>復元後に作られ、元に戻すと脇に置かれるもの:データベース {rows} 行、新規ファイル {new} 件、変更ファイル {changed} 件 ({size})。</translation>
    </message>
    <message>
      <source>Not by the server until now; it will, before it shows what would change</source>
      <translation>サーバーはまだ読んでいません。変更内容を示す前に読みます</translation>
    </message>
    <message>
      <source>Not confirmed</source>
      <translation>未確認</translation>
    </message>
    <message>
      <source>Not proved: {what}</source>
      <translation>未保証:{what}</translation>
    </message>
    <message>
      <source>Nothing was changed</source>
      <translation>何も変更していません</translation>
    </message>
    <message>
      <source>Nothing was made on the server since the restore.</source>
      <translation>復元後、サーバーには何も追加されていません。</translation>
    </message>
    <message>
      <source>On {host}, and the same bytes here: nothing is sent</source>
      <translation>{host} にあり、ここにも同じものがあります。何も送られません</translation>
    </message>
    <message>
      <source>On {host}: it is restored where it lies, and nothing is sent</source>
      <translation>{host} にあります。その場で復元され、何も送られません</translation>
    </message>
    <message>
      <source>Proved</source>
      <translation>復元テスト</translation>
    </message>
    <message>
      <source>Read to the last byte: every byte is right</source>
      <translation>最後の 1 バイトまで読み、すべて一致</translation>
    </message>
    <message>
      <source>Reading progress</source>
      <translation>読書の進捗</translation>
    </message>
    <message>
      <source>Restored</source>
      <translation>復元済み</translation>
    </message>
    <message>
      <source>Rolled back</source>
      <translation>元に戻しました</translation>
    </message>
    <message>
      <source>Safe to close: it goes on from here when you come back.</source>
      <translation>閉じても大丈夫です。次に開いたとき続きから再開します。</translation>
    </message>
    <message>
      <source>Safe to close: the server goes on by itself, and this page tells how it ended when you come back.</source>
      <translation>閉じても大丈夫です。サーバーが続け、次に開いたとき結果をここに表示します。</translation>
    </message>
    <message>
      <source>Series</source>
      <translation>シリーズ</translation>
    </message>
    <message>
      <source>Size of the files</source>
      <translation>ファイルのサイズ</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>The backup is of an older Kuroibara: restart Kuroibara on the server.</source>
      <translation>古い Kuroibara のバックアップです。サーバーの Kuroibara を再起動してください。</translation>
    </message>
    <message>
      <source>The database and the files of the library</source>
      <translation>データベースとライブラリのファイル</translation>
    </message>
    <message>
      <source>The database only</source>
      <translation>データベースのみ</translation>
    </message>
    <message>
      <source>The database only: accounts, progress and settings</source>
      <translation>データベースのみ:アカウント、進捗、設定</translation>
    </message>
    <message>
      <source>The files of chosen series</source>
      <translation>選んだシリーズのファイル</translation>
    </message>
    <message>
      <source>The files only</source>
      <translation>ファイルのみ</translation>
    </message>
    <message>
      <source>The server holds what {name} held.</source>
      <translation>サーバーは {name} の内容になりました。</translation>
    </message>
    <message>
      <source>The server rehearsed a restore of it: {time}</source>
      <translation>サーバーで復元テスト済み:{time}</translation>
    </message>
    <message>
      <source>This backup is suspect: it held much less than the one made before it.</source>
      <translation>要確認のバックアップです:前のものより内容がかなり少なくなっています。</translation>
    </message>
    <message>
      <source>Under way</source>
      <translation>実行中</translation>
    </message>
    <message>
      <source>Until {time} you can return to what was there before.</source>
      <translation>{time} まで元の状態に戻せます。</translation>
    </message>
    <message>
      <source>Users</source>
      <translation>ユーザー</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>バージョン</translation>
    </message>
    <message>
      <source>What was there before is there again</source>
      <translation>元の状態に戻りました</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>場所</translation>
    </message>
    <message>
      <source>it does not say</source>
      <translation>記載なし</translation>
    </message>
    <message>
      <source>the same</source>
      <translation>同じ</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>不明</translation>
    </message>
    <message>
      <source>{names} and {count} more</source>
      <translation>{names} ほか {count} 名</translation>
    </message>
    <message>
      <source>{n} people can sign in.</source>
      <translation>{n} 人がサインインできます。</translation>
    </message>
    <message>
      <source>{time} (time of the server that made it)</source>
      <translation>{time} (作成したサーバーの時刻)</translation>
    </message>
  </context>
  <context>
    <name>RetentionDialog</name>
    <message>
      <source>After each backup the server removes what these rules do not keep. The newest good one of each kind, and what is pinned, always stays.</source>
      <translation>バックアップのたびに、ルールで残さないものをサーバーが削除します。各種類の最新の正常なものと固定したものは必ず残ります。</translation>
    </message>
    <message>
      <source>Also those that somebody made by hand</source>
      <translation>手動で作成したものも含める</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>キャンセル</translation>
    </message>
    <message>
      <source>GOES</source>
      <translation>削除</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>確認中…</translation>
    </message>
    <message>
      <source>Nothing goes now.</source>
      <translation>今削除されるものはありません。</translation>
    </message>
    <message>
      <source>Nothing goes: the rules are switched off.</source>
      <translation>ルールが無効のため、何も削除しません。</translation>
    </message>
    <message>
      <source>One backup would go, which frees {size}.</source>
      <translation>1 件が削除され、{size} が空きます。</translation>
    </message>
    <message>
      <source>Otherwise only what the server made by itself is removed.</source>
      <translation>オフの場合、サーバーが自動で作成したものだけを削除します。</translation>
    </message>
    <message>
      <source>Remove old backups by these rules</source>
      <translation>このルールで古いバックアップを削除する</translation>
    </message>
    <message>
      <source>Save on the server</source>
      <translation>サーバーに保存</translation>
    </message>
    <message>
      <source>Stays</source>
      <translation>残る</translation>
    </message>
    <message>
      <source>What goes and what stays</source>
      <translation>削除されるものと残るもの</translation>
    </message>
    <message>
      <source>What the server keeps</source>
      <translation>サーバーが保持するもの</translation>
    </message>
    <message>
      <source>What {server} keeps</source>
      <translation>{server} が保持するもの</translation>
    </message>
    <message>
      <source>{count} backups would go, which frees {size}.</source>
      <translation>{count} 件が削除され、{size} が空きます。</translation>
    </message>
  </context>
  <context>
    <name>Ringing</name>
    <message>
      <source>Copy offsite now</source>
      <translation>今すぐコピー</translation>
    </message>
    <message>
      <source>In 1 hour</source>
      <translation>1 時間後</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>開く</translation>
    </message>
  </context>
  <context>
    <name>RollBackDialog</name>
    <message>
      <source>Return to what was there before?</source>
      <translation>元の状態に戻しますか?</translation>
    </message>
    <message>
      <source>Roll back</source>
      <translation>元に戻す</translation>
    </message>
  </context>
  <context>
    <name>RoomDialog</name>
    <message>
      <source>Choose a folder</source>
      <translation>フォルダーを選ぶ</translation>
    </message>
    <message>
      <source>Copy databases only for now</source>
      <translation>当面はデータベースのみコピー</translation>
    </message>
    <message>
      <source>Databases only</source>
      <translation>データベースのみ</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>今はしない</translation>
    </message>
    <message>
      <source>Nothing is given up; the copies here stay.</source>
      <translation>何も失わず、ここのコピーも残ります。</translation>
    </message>
    <message>
      <source>Replace it</source>
      <translation>置き換える</translation>
    </message>
    <message>
      <source>Replace the old copy</source>
      <translation>古いコピーを置き換える</translation>
    </message>
    <message>
      <source>The manga files here stay as old as the last full copy.</source>
      <translation>ここのマンガファイルは前回の完全コピーのままです。</translation>
    </message>
    <message>
      <source>Until the new one is here, the server holds the only backup.</source>
      <translation>新しいものが届くまで、バックアップはサーバーにしかありません。</translation>
    </message>
    <message>
      <source>Use another drive</source>
      <translation>別のドライブを使う</translation>
    </message>
  </context>
  <context>
    <name>Rows</name>
    <message>
      <source>Under way…</source>
      <translation>実行中…</translation>
    </message>
  </context>
  <context>
    <name>RuleNumbers</name>
    <message>
      <source>At most</source>
      <translation>最大</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>日</translation>
    </message>
    <message>
      <source>Months</source>
      <translation>月</translation>
    </message>
    <message>
      <source>Weeks</source>
      <translation>週</translation>
    </message>
    <message>
      <source>Years</source>
      <translation>年</translation>
    </message>
    <message>
      <source>all</source>
      <translation>すべて</translation>
    </message>
  </context>
  <context>
    <name>ScheduleCard</name>
    <message>
      <source>Backups the server makes</source>
      <translation>サーバーが作成するバックアップ</translation>
    </message>
    <message>
      <source>Save on the server</source>
      <translation>サーバーに保存</translation>
    </message>
    <message>
      <source>Times are those of the server ({zone}).</source>
      <translation>時刻はサーバーのものです ({zone})。</translation>
    </message>
  </context>
  <context>
    <name>ScheduleRow</name>
    <message>
      <source>Back to the server's own</source>
      <translation>サーバーの既定に戻す</translation>
    </message>
    <message>
      <source>By the rule “{cron}”</source>
      <translation>ルール「{cron}」に従う</translation>
    </message>
    <message>
      <source>Daily</source>
      <translation>毎日</translation>
    </message>
    <message>
      <source>Database only</source>
      <translation>データベースのみ</translation>
    </message>
    <message>
      <source>Full</source>
      <translation>完全</translation>
    </message>
    <message>
      <source>Monthly</source>
      <translation>毎月</translation>
    </message>
    <message>
      <source>Next here: {when}</source>
      <translation>次回 (現地時刻):{when}</translation>
    </message>
    <message>
      <source>Not made yet</source>
      <translation>まだ作成されていません</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>遅れています</translation>
    </message>
    <message>
      <source>Weekly</source>
      <translation>毎週</translation>
    </message>
    <message>
      <source>last made {when}</source>
      <translation>前回:{when}</translation>
    </message>
    <message>
      <source>{kind}: at</source>
      <translation>{kind}:時刻</translation>
    </message>
    <message>
      <source>{kind}: back to the server's own</source>
      <translation>{kind}:サーバーの既定に戻す</translation>
    </message>
    <message>
      <source>{kind}: on which day of the month</source>
      <translation>{kind}:毎月の日</translation>
    </message>
    <message>
      <source>{kind}: on which weekday</source>
      <translation>{kind}:曜日</translation>
    </message>
    <message>
      <source>{kind}: what it holds</source>
      <translation>{kind}:内容</translation>
    </message>
  </context>
  <context>
    <name>SealStep</name>
    <message>
      <source>At least {count} letters are needed.</source>
      <translation>{count} 文字以上必要です。</translation>
    </message>
    <message>
      <source>Choose a passphrase</source>
      <translation>パスフレーズを決める</translation>
    </message>
    <message>
      <source>It opens your sign-in each time the app starts. Nobody can tell it to you again; if it is lost, you sign in anew.</source>
      <translation>起動のたびにサインイン情報を開くために使います。忘れても誰にも分かりません。その場合はサインインし直してください。</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>パスフレーズ</translation>
    </message>
    <message>
      <source>Seal and go on</source>
      <translation>保護して続ける</translation>
    </message>
    <message>
      <source>The same once more</source>
      <translation>もう一度入力</translation>
    </message>
    <message>
      <source>The two are not the same.</source>
      <translation>2 つが一致しません。</translation>
    </message>
  </context>
  <context>
    <name>Sections</name>
    <message>
      <source>Archive folders</source>
      <translation>保存先フォルダー</translation>
    </message>
    <message>
      <source>Automatic copies</source>
      <translation>自動コピー</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>診断</translation>
    </message>
    <message>
      <source>On the server</source>
      <translation>サーバー側の設定</translation>
    </message>
    <message>
      <source>Reminders</source>
      <translation>通知</translation>
    </message>
    <message>
      <source>Servers</source>
      <translation>サーバー</translation>
    </message>
    <message>
      <source>This app</source>
      <translation>このアプリ</translation>
    </message>
  </context>
  <context>
    <name>SeriesDialog</name>
    <message>
      <source>Reading the list…</source>
      <translation>一覧を読んでいます…</translation>
    </message>
    <message>
      <source>Search by title</source>
      <translation>タイトルで検索</translation>
    </message>
    <message>
      <source>Series of the backup</source>
      <translation>バックアップのシリーズ</translation>
    </message>
    <message>
      <source>Their files are put back as they are in the backup.</source>
      <translation>ファイルはバックアップの状態に戻ります。</translation>
    </message>
    <message>
      <source>This backup holds no files of any series.</source>
      <translation>このバックアップにシリーズのファイルはありません。</translation>
    </message>
    <message>
      <source>Use these</source>
      <translation>これを使う</translation>
    </message>
    <message>
      <source>Which series are to come back?</source>
      <translation>どのシリーズを戻しますか?</translation>
    </message>
    <message>
      <source>{count} of {all} chosen · {size}</source>
      <translation>{all} 件中 {count} 件を選択 · {size}</translation>
    </message>
  </context>
  <context>
    <name>ServerCard</name>
    <message>
      <source>Connected as {user}</source>
      <translation>{user} として接続中</translation>
    </message>
    <message>
      <source>Connected by invitation</source>
      <translation>招待で接続中</translation>
    </message>
    <message>
      <source>Copies on “{drive}”</source>
      <translation>「{drive}」のコピー</translation>
    </message>
    <message>
      <source>No server</source>
      <translation>サーバーなし</translation>
    </message>
    <message>
      <source>Not allowed</source>
      <translation>許可なし</translation>
    </message>
    <message>
      <source>Not reachable</source>
      <translation>接続不可</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>サーバー</translation>
    </message>
    <message>
      <source>Server {host}: {state}</source>
      <translation>サーバー {host}:{state}</translation>
    </message>
    <message>
      <source>Sign-in not opened</source>
      <translation>サインイン情報が未開封</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>サインアウト中</translation>
    </message>
    <message>
      <source>{connected}, sealed with a passphrase</source>
      <translation>{connected} (パスフレーズで保護)</translation>
    </message>
    <message>
      <source>{connected}, this session only</source>
      <translation>{connected} (このセッションのみ)</translation>
    </message>
  </context>
  <context>
    <name>ServerMenu</name>
    <message>
      <source>Add a server…</source>
      <translation>サーバーを追加…</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>外観</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>システムに合わせる</translation>
    </message>
    <message>
      <source>Choose another archive folder…</source>
      <translation>別の保存先フォルダーを選ぶ…</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>ダーク</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>ライト</translation>
    </message>
    <message>
      <source>Open the archive folder</source>
      <translation>保存先フォルダーを開く</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>終了</translation>
    </message>
    <message>
      <source>Refresh</source>
      <translation>更新</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>設定</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>サインアウト</translation>
    </message>
    <message>
      <source>Start when I log in</source>
      <translation>ログイン時に起動する</translation>
    </message>
  </context>
  <context>
    <name>ServersDoor</name>
    <message>
      <source>Forget it</source>
      <translation>一覧から外す</translation>
    </message>
    <message>
      <source>Forget {name}?</source>
      <translation>{name} を一覧から外しますか?</translation>
    </message>
    <message>
      <source>Its copies stay in the archive folder, and your sign-in stays in the keyring: sign out first if you do not want that. You can add the server again.</source>
      <translation>コピーは保存先フォルダーに、サインイン情報はキーリングに残ります。残したくない場合は先にサインアウトしてください。サーバーは再び追加できます。</translation>
    </message>
    <message>
      <source>Kept, but the server does not answer this way. {why}</source>
      <translation>保存しましたが、この方法ではサーバーが応答しません。{why}</translation>
    </message>
    <message>
      <source>The pages show this server now.</source>
      <translation>このサーバーの内容を表示します。</translation>
    </message>
    <message>
      <source>The server answers this way.</source>
      <translation>この方法でサーバーが応答しました。</translation>
    </message>
    <message>
      <source>The server has its new name.</source>
      <translation>サーバーの名前を変更しました。</translation>
    </message>
    <message>
      <source>You are signed out of {name}.</source>
      <translation>{name} からサインアウトしました。</translation>
    </message>
    <message>
      <source>{name} is off the list. Its copies were not touched.</source>
      <translation>{name} を一覧から外しました。コピーには触れていません。</translation>
    </message>
  </context>
  <context>
    <name>ServersSection</name>
    <message>
      <source>Add a server…</source>
      <translation>サーバーを追加…</translation>
    </message>
    <message>
      <source>No server is set up: only what is in the archive folder is shown.</source>
      <translation>サーバーが設定されていません。保存先フォルダーの内容だけを表示します。</translation>
    </message>
    <message>
      <source>The pages show one of them at a time. Copies of all are kept side by side.</source>
      <translation>表示するのは一度に 1 つです。コピーはサーバーごとに並べて保管します。</translation>
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message>
      <source>Settings</source>
      <translation>設定</translation>
    </message>
  </context>
  <context>
    <name>Sidebar</name>
    <message>
      <source>{count} under way</source>
      <translation>実行中 {count} 件</translation>
    </message>
  </context>
  <context>
    <name>SignInStep</name>
    <message>
      <source>A sign-in at this server ends when the app was not used for seven days. To stay, your password is kept where the sign-in is kept.</source>
      <translation>このサーバーのサインインは、アプリを 7 日間使わないと終わります。続けるため、パスワードをサインイン情報と同じ場所に保存します。</translation>
    </message>
    <message>
      <source>I have an invitation</source>
      <translation>招待コードがあります</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>パスワード</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>サインイン</translation>
    </message>
    <message>
      <source>Stay signed in</source>
      <translation>サインインしたままにする</translation>
    </message>
    <message>
      <source>User name</source>
      <translation>ユーザー名</translation>
    </message>
    <message>
      <source>With your Kuroibara user name and password.</source>
      <translation>Kuroibara のユーザー名とパスワードを使います。</translation>
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
      <translation>Kuroibara (バックアップエンジン {version})</translation>
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
      <translation>復元するバックアップを選ぶ</translation>
    </message>
    <message>
      <source>Copy it here first, then restore it from here.</source>
      <translation>先にここへコピーし、ここから復元してください。</translation>
    </message>
    <message>
      <source>{name} is not on this computer yet.</source>
      <translation>{name} はまだこのコンピューターにありません。</translation>
    </message>
  </context>
  <context>
    <name>StartFace</name>
    <message>
      <source>A backup of one server becomes the library of another.</source>
      <translation>あるサーバーのバックアップを、別のサーバーのライブラリにします。</translation>
    </message>
    <message>
      <source>A backup on the server</source>
      <translation>サーバー上のバックアップ</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>選ぶ…</translation>
    </message>
    <message>
      <source>Earlier restores</source>
      <translation>過去の復元</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>続ける</translation>
    </message>
    <message>
      <source>It is restored where it lies: nothing is sent from this computer.</source>
      <translation>その場で復元されます。このコンピューターからは何も送られません。</translation>
    </message>
    <message>
      <source>Move to another server</source>
      <translation>別のサーバーに移行</translation>
    </message>
    <message>
      <source>Move…</source>
      <translation>移行…</translation>
    </message>
    <message>
      <source>My server is gone</source>
      <translation>サーバーがなくなった</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>表示</translation>
    </message>
    <message>
      <source>Show what to do</source>
      <translation>手順を見る</translation>
    </message>
    <message>
      <source>Which backup brings the library back, and what a new server needs.</source>
      <translation>ライブラリを戻せるバックアップと、新しいサーバーに必要なもの。</translation>
    </message>
  </context>
  <context>
    <name>Step</name>
    <message>
      <source>Back</source>
      <translation>戻る</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>詳細</translation>
    </message>
    <message>
      <source>Working</source>
      <translation>処理中</translation>
    </message>
  </context>
  <context>
    <name>StepLine</name>
    <message>
      <source>{step}: done</source>
      <translation>{step}:完了</translation>
    </message>
    <message>
      <source>{step}: still to come</source>
      <translation>{step}:これから</translation>
    </message>
    <message>
      <source>{step}: under way</source>
      <translation>{step}:実行中</translation>
    </message>
  </context>
  <context>
    <name>StripChart</name>
    <message>
      <source>Days by what came of them. {counts}.</source>
      <translation>日ごとの結果:{counts}。</translation>
    </message>
    <message>
      <source>The last 60 days</source>
      <translation>過去 60 日間</translation>
    </message>
    <message>
      <source>copied here</source>
      <translation>コピー済み</translation>
    </message>
    <message>
      <source>database only</source>
      <translation>データベースのみ</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>失敗</translation>
    </message>
    <message>
      <source>full backup</source>
      <translation>完全バックアップ</translation>
    </message>
    <message>
      <source>no backup kept</source>
      <translation>バックアップなし</translation>
    </message>
    <message>
      <source>suspect or damaged</source>
      <translation>要確認または破損</translation>
    </message>
    <message>
      <source>{count} failed</source>
      <translation>失敗 {count} 件</translation>
    </message>
  </context>
  <context>
    <name>ThereDialog</name>
    <message>
      <source>Asking the server…</source>
      <translation>サーバーに問い合わせ中…</translation>
    </message>
    <message>
      <source>Backups on the server</source>
      <translation>サーバー上のバックアップ</translation>
    </message>
    <message>
      <source>It is restored where it lies on the server. Nothing changes there until you have seen what would change.</source>
      <translation>サーバー上のその場で復元されます。変更内容を確認するまでサーバーは何も変わりません。</translation>
    </message>
    <message>
      <source>One backup can be restored where it lies.</source>
      <translation>1 個のバックアップをその場で復元できます。</translation>
    </message>
    <message>
      <source>Search by name</source>
      <translation>名前で検索</translation>
    </message>
    <message>
      <source>The server has no finished backup that it could restore.</source>
      <translation>サーバーに、復元できる完成したバックアップがありません。</translation>
    </message>
    <message>
      <source>Use this one</source>
      <translation>これを使う</translation>
    </message>
    <message>
      <source>Which backup is to come back?</source>
      <translation>どのバックアップを戻しますか?</translation>
    </message>
    <message>
      <source>database only</source>
      <translation>データベースのみ</translation>
    </message>
    <message>
      <source>full</source>
      <translation>完全</translation>
    </message>
    <message>
      <source>not verified</source>
      <translation>未検証</translation>
    </message>
    <message>
      <source>suspect</source>
      <translation>要確認</translation>
    </message>
    <message>
      <source>verified</source>
      <translation>検証済み</translation>
    </message>
    <message>
      <source>{count} backups can be restored where they lie.</source>
      <translation>{count} 個のバックアップをその場で復元できます。</translation>
    </message>
  </context>
  <context>
    <name>TransferModel</name>
    <message>
      <source>Backup</source>
      <translation>バックアップ</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>進捗</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状態</translation>
    </message>
  </context>
  <context>
    <name>TransferTable</name>
    <message>
      <source>Columns of the table</source>
      <translation>表の列</translation>
    </message>
    <message>
      <source>In the queue</source>
      <translation>待機列</translation>
    </message>
    <message>
      <source>Transfers</source>
      <translation>転送</translation>
    </message>
  </context>
  <context>
    <name>TransferWording</name>
    <message>
      <source>1 copy to come</source>
      <translation>残り 1 件</translation>
    </message>
    <message>
      <source>Asking</source>
      <translation>問い合わせ中</translation>
    </message>
    <message>
      <source>Cancelled</source>
      <translation>キャンセル済み</translation>
    </message>
    <message>
      <source>Checking</source>
      <translation>確認中</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>コピー済み</translation>
    </message>
    <message>
      <source>Copying</source>
      <translation>コピー中</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>失敗</translation>
    </message>
    <message>
      <source>In the queue</source>
      <translation>待機列</translation>
    </message>
    <message>
      <source>No bytes are coming just now; it goes on by itself</source>
      <translation>今はデータが届いていません。自動で再開します</translation>
    </message>
    <message>
      <source>Nothing is waiting to be copied</source>
      <translation>コピー待ちはありません</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>一時停止中</translation>
    </message>
    <message>
      <source>Reconnecting</source>
      <translation>再接続中</translation>
    </message>
    <message>
      <source>Speed: by the hour</source>
      <translation>速度:時間帯別</translation>
    </message>
    <message>
      <source>Speed: no limit</source>
      <translation>速度:制限なし</translation>
    </message>
    <message>
      <source>Speed: {rate}</source>
      <translation>速度:{rate}</translation>
    </message>
    <message>
      <source>Stalled</source>
      <translation>停滞中</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>停止しています…</translation>
    </message>
    <message>
      <source>Verifying</source>
      <translation>検証中</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>待機中</translation>
    </message>
    <message>
      <source>about {duration}</source>
      <translation>約 {duration}</translation>
    </message>
    <message>
      <source>next try at {time}</source>
      <translation>次の試行:{time}</translation>
    </message>
    <message>
      <source>{count} %</source>
      <translation>{count}%</translation>
    </message>
    <message>
      <source>{count} copies to come</source>
      <translation>残り {count} 件</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} / {total}</translation>
    </message>
    <message>
      <source>{size} left</source>
      <translation>残り {size}</translation>
    </message>
  </context>
  <context>
    <name>TransfersDoor</name>
    <message>
      <source>Another window or the command is copying just now.</source>
      <translation>別のウィンドウかコマンドがコピー中です。</translation>
    </message>
    <message>
      <source>Copy anyway</source>
      <translation>それでもコピー</translation>
    </message>
    <message>
      <source>Copying is paused: nothing comes by itself.</source>
      <translation>コピーを一時停止中:自動では何もコピーしません。</translation>
    </message>
    <message>
      <source>Copying offsite</source>
      <translation>コピーしています</translation>
    </message>
    <message>
      <source>Copying {name}</source>
      <translation>{name} をコピーしています</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>続ける</translation>
    </message>
    <message>
      <source>No bytes are coming just now. {progress}</source>
      <translation>今はデータが届いていません。{progress}</translation>
    </message>
    <message>
      <source>On battery, so what comes by itself waits for power.</source>
      <translation>バッテリー使用中のため、自動コピーは電源接続を待ちます。</translation>
    </message>
    <message>
      <source>This network is metered, so what comes by itself waits.</source>
      <translation>従量制のネットワークのため、自動コピーは待機します。</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>もう一度試す</translation>
    </message>
  </context>
  <context>
    <name>TransfersPage</name>
    <message>
      <source>By the hour…</source>
      <translation>時間帯別…</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>キャンセル</translation>
    </message>
    <message>
      <source>Choose a backup</source>
      <translation>バックアップを選ぶ</translation>
    </message>
    <message>
      <source>Clear finished</source>
      <translation>終了分を消す</translation>
    </message>
    <message>
      <source>Copies that you ask for, and those that come by themselves, are listed here while they are on their way.</source>
      <translation>指示したコピーと自動コピーが、実行中ここに表示されます。</translation>
    </message>
    <message>
      <source>Copy it no more (Delete); what came of it goes</source>
      <translation>コピーをやめる (Delete)。届いた分は消えます</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>続ける</translation>
    </message>
    <message>
      <source>How fast copies may come</source>
      <translation>コピーの速度</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>下へ</translation>
    </message>
    <message>
      <source>Move down (Alt+Down)</source>
      <translation>下へ (Alt+↓)</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>上へ</translation>
    </message>
    <message>
      <source>Move up (Alt+Up)</source>
      <translation>上へ (Alt+↑)</translation>
    </message>
    <message>
      <source>No limit</source>
      <translation>制限なし</translation>
    </message>
    <message>
      <source>Nothing is being copied</source>
      <translation>コピー中のものはありません</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>一時停止</translation>
    </message>
    <message>
      <source>Pause all</source>
      <translation>すべて一時停止</translation>
    </message>
    <message>
      <source>Pause, or go on (Space)</source>
      <translation>一時停止/再開 (スペース)</translation>
    </message>
    <message>
      <source>Resume all</source>
      <translation>すべて再開</translation>
    </message>
    <message>
      <source>Take what has ended off the list; no copy is removed</source>
      <translation>終わったものを一覧から消します。コピーは削除しません</translation>
    </message>
    <message>
      <source>Transfers</source>
      <translation>転送</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>もう一度試す</translation>
    </message>
  </context>
  <context>
    <name>Tray</name>
    <message>
      <source>1 hour</source>
      <translation>1 時間</translation>
    </message>
    <message>
      <source>8 hours</source>
      <translation>8 時間</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>キャンセル</translation>
    </message>
    <message>
      <source>Copy offsite now</source>
      <translation>今すぐコピー</translation>
    </message>
    <message>
      <source>Copying is paused</source>
      <translation>コピーを一時停止中</translation>
    </message>
    <message>
      <source>Go on copying</source>
      <translation>コピーを続ける</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>確認中…</translation>
    </message>
    <message>
      <source>Open Kuroibara</source>
      <translation>Kuroibara を開く</translation>
    </message>
    <message>
      <source>Open the archive folder</source>
      <translation>保存先フォルダーを開く</translation>
    </message>
    <message>
      <source>Pause copying</source>
      <translation>コピーを一時停止</translation>
    </message>
    <message>
      <source>Put reminders off</source>
      <translation>通知を後にする</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>終了</translation>
    </message>
    <message>
      <source>The last copy failed</source>
      <translation>前回のコピーに失敗しました</translation>
    </message>
    <message>
      <source>Until the drive is in</source>
      <translation>ドライブを接続するまで</translation>
    </message>
    <message>
      <source>Work is under way</source>
      <translation>処理中です</translation>
    </message>
  </context>
  <context>
    <name>TroubleDialog</name>
    <message>
      <source>Close</source>
      <translation>閉じる</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>コピー日時</translation>
    </message>
    <message>
      <source>Copy report</source>
      <translation>レポートをコピー</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>詳細</translation>
    </message>
    <message>
      <source>Details of the error</source>
      <translation>エラーの詳細</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>もう一度試す</translation>
    </message>
  </context>
  <context>
    <name>TroubleFace</name>
    <message>
      <source>Details</source>
      <translation>詳細</translation>
    </message>
    <message>
      <source>Give up</source>
      <translation>やめる</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>もう一度試す</translation>
    </message>
  </context>
  <context>
    <name>TypedFolder</name>
    <message>
      <source>Choose a folder</source>
      <translation>フォルダーを選ぶ</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>選ぶ…</translation>
    </message>
  </context>
  <context>
    <name>Unknown</name>
    <message>
      <source>The server could not be asked</source>
      <translation>サーバーに問い合わせできませんでした</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>もう一度試す</translation>
    </message>
    <message>
      <source>What it has is not known now, and there are no copies on this computer.</source>
      <translation>サーバーにあるものは今はわからず、このコンピューターにもコピーはありません。</translation>
    </message>
  </context>
  <context>
    <name>WayBack</name>
    <message>
      <source>Looking what was made since the restore</source>
      <translation>復元後に作られたものを確認しています</translation>
    </message>
    <message>
      <source>Returning to what was there before</source>
      <translation>元の状態に戻しています</translation>
    </message>
  </context>
  <context>
    <name>WayDialog</name>
    <message>
      <source>As the system says; “direct” for none</source>
      <translation>システムに合わせる (「direct」で不使用)</translation>
    </message>
    <message>
      <source>Both are kept where your sign-in is kept, since they may be secret.</source>
      <translation>秘密の情報の可能性があるため、どちらもサインイン情報と同じ場所に保存します。</translation>
    </message>
    <message>
      <source>Headers that a gateway wants, one a line</source>
      <translation>ゲートウェイ用のヘッダー (1 行に 1 つ)</translation>
    </message>
    <message>
      <source>How {name} is reached</source>
      <translation>{name} への接続方法</translation>
    </message>
    <message>
      <source>Keep and try it</source>
      <translation>保存して試す</translation>
    </message>
    <message>
      <source>Proxy</source>
      <translation>プロキシ</translation>
    </message>
  </context>
  <context>
    <name>WelcomeFlow</name>
    <message>
      <source>Step {number} of {all}</source>
      <translation>ステップ {number} / {all}</translation>
    </message>
  </context>
  <context>
    <name>Wishing</name>
    <message>
      <source>Noted. Copies under way keep to it within moments.</source>
      <translation>保存しました。実行中のコピーにもまもなく反映されます。</translation>
    </message>
  </context>
  <context>
    <name>Wording</name>
    <message>
      <source>A copy from {server}</source>
      <translation>{server} のコピー</translation>
    </message>
    <message>
      <source>A restore of it was rehearsed on the server: {when}</source>
      <translation>サーバーで復元テスト済み:{when}</translation>
    </message>
    <message>
      <source>Before a restore</source>
      <translation>復元の前</translation>
    </message>
    <message>
      <source>Being written</source>
      <translation>作成中</translation>
    </message>
    <message>
      <source>Both</source>
      <translation>両方</translation>
    </message>
    <message>
      <source>By hand</source>
      <translation>手動</translation>
    </message>
    <message>
      <source>Copy not known</source>
      <translation>コピー不明</translation>
    </message>
    <message>
      <source>Daily</source>
      <translation>毎日</translation>
    </message>
    <message>
      <source>Damaged</source>
      <translation>破損</translation>
    </message>
    <message>
      <source>Damaged here</source>
      <translation>ここで破損</translation>
    </message>
    <message>
      <source>Damaged on the server</source>
      <translation>サーバーで破損</translation>
    </message>
    <message>
      <source>Database</source>
      <translation>データベース</translation>
    </message>
    <message>
      <source>Encrypted</source>
      <translation>暗号化</translation>
    </message>
    <message>
      <source>Full</source>
      <translation>完全</translation>
    </message>
    <message>
      <source>Here only</source>
      <translation>ここだけ</translation>
    </message>
    <message>
      <source>Here: {when}</source>
      <translation>ここ:{when}</translation>
    </message>
    <message>
      <source>Monthly</source>
      <translation>毎月</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>しない</translation>
    </message>
    <message>
      <source>No copy here yet</source>
      <translation>コピーなし</translation>
    </message>
    <message>
      <source>No restore of it was rehearsed on the server yet.</source>
      <translation>サーバーでの復元テストはまだ行われていません。</translation>
    </message>
    <message>
      <source>Not verified yet</source>
      <translation>未検証</translation>
    </message>
    <message>
      <source>Note: {note}</source>
      <translation>メモ:{note}</translation>
    </message>
    <message>
      <source>On the server</source>
      <translation>サーバー</translation>
    </message>
    <message>
      <source>On the server: {when}</source>
      <translation>サーバー:{when}</translation>
    </message>
    <message>
      <source>Pinned here: no rule removes this copy</source>
      <translation>ここで固定:ルールで削除されません</translation>
    </message>
    <message>
      <source>Pinned on the server and here: no rule removes it</source>
      <translation>サーバーとここで固定:ルールで削除されません</translation>
    </message>
    <message>
      <source>Pinned on the server: no rule removes it there</source>
      <translation>サーバーで固定:サーバーのルールで削除されません</translation>
    </message>
    <message>
      <source>Proved {day}</source>
      <translation>復元テスト:{day}</translation>
    </message>
    <message>
      <source>Suspect: much smaller</source>
      <translation>要確認:かなり小さい</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>今日</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>不明</translation>
    </message>
    <message>
      <source>Uploaded</source>
      <translation>アップロード</translation>
    </message>
    <message>
      <source>Verified</source>
      <translation>検証済み</translation>
    </message>
    <message>
      <source>Verified {day}</source>
      <translation>検証:{day}</translation>
    </message>
    <message>
      <source>Weekly</source>
      <translation>毎週</translation>
    </message>
    <message>
      <source>today</source>
      <translation>今日</translation>
    </message>
    <message>
      <source>{moment}. The server gave this time without a time zone, so it may be off by some hours.</source>
      <translation>{moment}。サーバーがタイムゾーンを伝えないため、数時間ずれている可能性があります。</translation>
    </message>
  </context>
  <context>
    <name>WorkFace</name>
    <message>
      <source>Check the file on this computer</source>
      <translation>このコンピューターでファイルを検証</translation>
    </message>
    <message>
      <source>Compare it with what is there</source>
      <translation>今の内容と比較</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>進捗</translation>
    </message>
    <message>
      <source>Put it in place</source>
      <translation>切り替え</translation>
    </message>
    <message>
      <source>Send it to the server</source>
      <translation>サーバーに送信</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>開始しています…</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>停止しています…</translation>
    </message>
  </context>
  <context>
    <name>Works</name>
    <message>
      <source>Asking the server</source>
      <translation>サーバーに問い合わせ中</translation>
    </message>
    <message>
      <source>Checking what is already here</source>
      <translation>すでにある分を確認しています</translation>
    </message>
    <message>
      <source>Comparing with what is on the server</source>
      <translation>サーバーの内容と比較しています</translation>
    </message>
    <message>
      <source>Copying</source>
      <translation>コピー中</translation>
    </message>
    <message>
      <source>Loading the database on the server</source>
      <translation>サーバーでデータベースを読み込んでいます</translation>
    </message>
    <message>
      <source>Looking through the library</source>
      <translation>ライブラリを調べています</translation>
    </message>
    <message>
      <source>Planning</source>
      <translation>計画中</translation>
    </message>
    <message>
      <source>Putting it in place</source>
      <translation>配置しています</translation>
    </message>
    <message>
      <source>Putting the library in place</source>
      <translation>ライブラリを切り替えています</translation>
    </message>
    <message>
      <source>Reading the database</source>
      <translation>データベースを読んでいます</translation>
    </message>
    <message>
      <source>Restoring on the server</source>
      <translation>サーバーで復元しています</translation>
    </message>
    <message>
      <source>Returning to what was there before</source>
      <translation>元の状態に戻しています</translation>
    </message>
    <message>
      <source>Sending</source>
      <translation>送信中</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>開始しています…</translation>
    </message>
    <message>
      <source>The server checks what arrived</source>
      <translation>サーバーが受信内容を検証しています</translation>
    </message>
    <message>
      <source>Verifying</source>
      <translation>検証中</translation>
    </message>
    <message>
      <source>Verifying on the server</source>
      <translation>サーバーで検証しています</translation>
    </message>
    <message>
      <source>Waiting for its turn</source>
      <translation>順番待ち</translation>
    </message>
    <message>
      <source>Waiting for its turn on the server</source>
      <translation>サーバーで順番待ち</translation>
    </message>
    <message>
      <source>Waiting for the connection</source>
      <translation>接続待ち</translation>
    </message>
    <message>
      <source>Watching for the finished backup</source>
      <translation>バックアップの完成を待っています</translation>
    </message>
    <message>
      <source>Writing</source>
      <translation>書き込み中</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} / {total}</translation>
    </message>
  </context>
  <context>
    <name>_FolderCard</name>
    <message>
      <source>1 old copy ({size}) is still in {folder}.</source>
      <translation>古いコピー 1 件 ({size}) がまだ {folder} にあります。</translation>
    </message>
    <message>
      <source>Archive folder {name}</source>
      <translation>保存先フォルダー {name}</translation>
    </message>
    <message>
      <source>As many copies are kept as fit.</source>
      <translation>入るだけコピーを残します。</translation>
    </message>
    <message>
      <source>Copies are kept by rules.</source>
      <translation>ルールに従ってコピーを残します。</translation>
    </message>
    <message>
      <source>Copy all to…</source>
      <translation>すべてコピー…</translation>
    </message>
    <message>
      <source>Forget</source>
      <translation>一覧から外す</translation>
    </message>
    <message>
      <source>In use for new copies</source>
      <translation>新しいコピーの保存先</translation>
    </message>
    <message>
      <source>Move…</source>
      <translation>移動…</translation>
    </message>
    <message>
      <source>No copies yet</source>
      <translation>コピーはまだありません</translation>
    </message>
    <message>
      <source>Not connected · last seen {age}</source>
      <translation>未接続 · 最終確認:{age}</translation>
    </message>
    <message>
      <source>One copy</source>
      <translation>コピー 1 件</translation>
    </message>
    <message>
      <source>Remove them…</source>
      <translation>削除…</translation>
    </message>
    <message>
      <source>Use for new copies</source>
      <translation>新しいコピーに使う</translation>
    </message>
    <message>
      <source>What is kept…</source>
      <translation>保持の設定…</translation>
    </message>
    <message>
      <source>newest good one {age}</source>
      <translation>最新の正常なもの:{age}</translation>
    </message>
    <message>
      <source>{count} copies</source>
      <translation>コピー {count} 件</translation>
    </message>
    <message>
      <source>{count} old copies ({size}) are still in {folder}.</source>
      <translation>古いコピー {count} 件 ({size}) がまだ {folder} にあります。</translation>
    </message>
    <message>
      <source>{size} free</source>
      <translation>空き {size}</translation>
    </message>
  </context>
  <context>
    <name>_HourLine</name>
    <message>
      <source>From</source>
      <translation>開始</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>削除</translation>
    </message>
    <message>
      <source>Remove these hours</source>
      <translation>この時間帯を削除</translation>
    </message>
    <message>
      <source>Speed limit at these hours</source>
      <translation>この時間帯の速度制限</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>終了</translation>
    </message>
    <message>
      <source>until</source>
      <translation>まで</translation>
    </message>
  </context>
  <context>
    <name>_ServerCard</name>
    <message>
      <source>Backup engine</source>
      <translation>バックアップエンジン</translation>
    </message>
    <message>
      <source>Connection…</source>
      <translation>接続…</translation>
    </message>
    <message>
      <source>Forget…</source>
      <translation>一覧から外す…</translation>
    </message>
    <message>
      <source>In use</source>
      <translation>使用中</translation>
    </message>
    <message>
      <source>Kuroibara alone</source>
      <translation>Kuroibara のみ</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>名前を変更…</translation>
    </message>
    <message>
      <source>Server {name}</source>
      <translation>サーバー {name}</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>サインイン</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>サインアウト</translation>
    </message>
    <message>
      <source>Use this server</source>
      <translation>このサーバーを使う</translation>
    </message>
    <message>
      <source>connected by an invitation</source>
      <translation>招待で接続</translation>
    </message>
    <message>
      <source>signed in as {user}</source>
      <translation>{user} としてサインイン</translation>
    </message>
    <message>
      <source>signed out</source>
      <translation>サインアウト中</translation>
    </message>
    <message>
      <source>the keyring does not say whether you are signed in</source>
      <translation>サインインしているかキーリングから分かりません</translation>
    </message>
    <message>
      <source>with the certificate you agreed to</source>
      <translation>承認した証明書を使用</translation>
    </message>
  </context>
  <context>
    <name>formatting</name>
    <message>
      <source>1 day ago</source>
      <translation>1 日前</translation>
    </message>
    <message>
      <source>1 hour ago</source>
      <translation>1 時間前</translation>
    </message>
    <message>
      <source>1 minute ago</source>
      <translation>1 分前</translation>
    </message>
    <message>
      <source>1 month ago</source>
      <translation>1 か月前</translation>
    </message>
    <message>
      <source>1 year ago</source>
      <translation>1 年前</translation>
    </message>
    <message>
      <source>MMM</source>
      <translation>M月</translation>
    </message>
    <message>
      <source>MMM yyyy</source>
      <translation>yyyy年M月</translation>
    </message>
    <message>
      <source>byte</source>
      <translation>バイト</translation>
    </message>
    <message>
      <source>bytes</source>
      <translation>バイト</translation>
    </message>
    <message>
      <source>d MMM</source>
      <translation>M月d日</translation>
    </message>
    <message>
      <source>d MMM yyyy</source>
      <translation>yyyy年M月d日</translation>
    </message>
    <message>
      <source>ddd d MMM</source>
      <translation>M月d日 (ddd)</translation>
    </message>
    <message>
      <source>in the future</source>
      <translation>未来の時刻</translation>
    </message>
    <message>
      <source>just now</source>
      <translation>たった今</translation>
    </message>
    <message>
      <source>yyyy-MM-dd HH:mm</source>
      <translation>yyyy/MM/dd HH:mm</translation>
    </message>
    <message>
      <source>{duration} left</source>
      <translation>残り {duration}</translation>
    </message>
    <message>
      <source>{n} d</source>
      <translation>{n} 日</translation>
    </message>
    <message>
      <source>{n} days ago</source>
      <translation>{n} 日前</translation>
    </message>
    <message>
      <source>{n} h</source>
      <translation>{n} 時間</translation>
    </message>
    <message>
      <source>{n} hours ago</source>
      <translation>{n} 時間前</translation>
    </message>
    <message>
      <source>{n} min</source>
      <translation>{n} 分</translation>
    </message>
    <message>
      <source>{n} minutes ago</source>
      <translation>{n} 分前</translation>
    </message>
    <message>
      <source>{n} months ago</source>
      <translation>{n} か月前</translation>
    </message>
    <message>
      <source>{n} s</source>
      <translation>{n} 秒</translation>
    </message>
    <message>
      <source>{n} years ago</source>
      <translation>{n} 年前</translation>
    </message>
  </context>
  <context>
    <name>picking</name>
    <message>
      <source>All files (*)</source>
      <translation>すべてのファイル (*)</translation>
    </message>
    <message>
      <source>Backups (*.tar.gz)</source>
      <translation>バックアップ (*.tar.gz)</translation>
    </message>
  </context>
  <context>
    <name>said</name>
    <message>
      <source>A code is needed</source>
      <translation>コードが必要です</translation>
    </message>
    <message>
      <source>A device may not do this.</source>
      <translation>デバイスには許可されていません。</translation>
    </message>
    <message>
      <source>A gateway before {host} asks for a sign-in of its own.</source>
      <translation>{host} の手前のゲートウェイが別のサインインを求めています。</translation>
    </message>
    <message>
      <source>A proxy before the server</source>
      <translation>サーバーの手前のプロキシ</translation>
    </message>
    <message>
      <source>A web page came from {host} instead of the backup's bytes.</source>
      <translation>{host} からバックアップではなく Web ページが届きました。</translation>
    </message>
    <message>
      <source>Add it again, then go on.</source>
      <translation>もう一度追加してから続けてください。</translation>
    </message>
    <message>
      <source>Add it again.</source>
      <translation>もう一度追加してください。</translation>
    </message>
    <message>
      <source>All {count} files of the library were read, and the SHA-256 of each compared ({size} bytes).</source>
      <translation>ライブラリの全 {count} ファイルを読み、SHA-256 を比較しました ({size} バイト)。</translation>
    </message>
    <message>
      <source>All {count} files were read ({size} bytes).</source>
      <translation>全 {count} ファイルを読みました ({size} バイト)。</translation>
    </message>
    <message>
      <source>Another archive than before is at {folder} now.</source>
      <translation>{folder} には以前と別の保存先があります。</translation>
    </message>
    <message>
      <source>Another program of ours is renewing the sign-in.</source>
      <translation>このアプリの別のプログラムがサインインを更新中です。</translation>
    </message>
    <message>
      <source>Another program of ours is writing {path}.</source>
      <translation>このアプリの別のプログラムが {path} に書き込み中です。</translation>
    </message>
    <message>
      <source>Another window or command is at work on the transfers.</source>
      <translation>別のウィンドウかコマンドが転送を処理中です。</translation>
    </message>
    <message>
      <source>Another window or command is at work on {filename}.</source>
      <translation>別のウィンドウかコマンドが {filename} を処理中です。</translation>
    </message>
    <message>
      <source>Another window or command is changing the list.</source>
      <translation>別のウィンドウかコマンドが一覧を変更中です。</translation>
    </message>
    <message>
      <source>Ask an administrator of Kuroibara to activate the account.</source>
      <translation>Kuroibara の管理者にアカウントの有効化を依頼してください。</translation>
    </message>
    <message>
      <source>Ask an administrator of the server to switch the account on.</source>
      <translation>サーバーの管理者にアカウントの有効化を依頼してください。</translation>
    </message>
    <message>
      <source>Ask for a new invitation; it holds for 15 minutes, and once.</source>
      <translation>新しい招待を依頼してください。15 分以内に 1 回だけ使えます。</translation>
    </message>
    <message>
      <source>Ask its owner for the right to read it.</source>
      <translation>所有者に読み取り権限を依頼してください。</translation>
    </message>
    <message>
      <source>Ask whoever runs the server for a valid certificate, or install its own authority in this computer's list of trusted certificates.</source>
      <translation>サーバーの管理者に有効な証明書を依頼するか、その認証局をこのコンピューターの信頼済み証明書に追加してください。</translation>
    </message>
    <message>
      <source>Ask whoever runs the server for the SHA-256 fingerprint of its certificate, and go on only if it is this one.</source>
      <translation>サーバーの管理者に証明書の SHA-256 フィンガープリントを確認し、一致する場合だけ続けてください。</translation>
    </message>
    <message>
      <source>Ask whoever runs the server to allow it with `kuroibara-backup admin grant` and your user name.</source>
      <translation>サーバーの管理者に `kuroibara-backup admin grant` とユーザー名で許可するよう依頼してください。</translation>
    </message>
    <message>
      <source>At line {line} something follows a COPY statement on its line.</source>
      <translation>{line} 行目の COPY 文の後に余分なものがあります。</translation>
    </message>
    <message>
      <source>Begin again with the same file.</source>
      <translation>同じファイルで最初からやり直してください。</translation>
    </message>
    <message>
      <source>Begin it again.</source>
      <translation>最初からやり直してください。</translation>
    </message>
    <message>
      <source>Begin it again; an upload is kept for 7 days after its last piece.</source>
      <translation>最初からやり直してください。アップロードは最後の送信から 7 日間保管されます。</translation>
    </message>
    <message>
      <source>Both are kept: the damaged copy, and what the server has now.</source>
      <translation>破損したコピーと、サーバーに今あるものの両方を残します。</translation>
    </message>
    <message>
      <source>Check both, capitals included.</source>
      <translation>両方を、大文字小文字も含めて確認してください。</translation>
    </message>
    <message>
      <source>Check its path and owner, or remove it and sign in anew.</source>
      <translation>パスと所有者を確認するか、削除してサインインし直してください。</translation>
    </message>
    <message>
      <source>Check its path and owner.</source>
      <translation>パスと所有者を確認してください。</translation>
    </message>
    <message>
      <source>Check that the file, and the drive that it is on, are there.</source>
      <translation>ファイルとドライブがあるか確認してください。</translation>
    </message>
    <message>
      <source>Check that the server is running and that this computer is online, then try again.</source>
      <translation>サーバーの動作とこのコンピューターの接続を確認し、もう一度試してください。</translation>
    </message>
    <message>
      <source>Check that you may read the file, and that its drive is there.</source>
      <translation>ファイルを読めるか、ドライブがあるか確認してください。</translation>
    </message>
    <message>
      <source>Check the address: it is the one you open Kuroibara with in the browser, or the backup engine's own.</source>
      <translation>アドレスを確認してください。ブラウザーで Kuroibara を開くときのもの、またはバックアップエンジンのものです。</translation>
    </message>
    <message>
      <source>Check the drive and the rights of that folder, then choose again.</source>
      <translation>ドライブとフォルダーの権限を確認し、もう一度選んでください。</translation>
    </message>
    <message>
      <source>Check the drive it is on; if the file is damaged, move it away: it is begun anew, and no backup is lost.</source>
      <translation>ドライブを確認してください。ファイルが破損している場合は移動すれば作り直されます。バックアップは失われません。</translation>
    </message>
    <message>
      <source>Check the drive it is on; if the file is damaged, move it away: it is made anew from the archive folder.</source>
      <translation>ドライブを確認してください。ファイルが破損している場合は移動すれば、保存先フォルダーから作り直されます。</translation>
    </message>
    <message>
      <source>Check the name and the folder.</source>
      <translation>名前とフォルダーを確認してください。</translation>
    </message>
    <message>
      <source>Check the name, capitals included; an e-mail address will do, too.</source>
      <translation>名前を、大文字小文字も含めて確認してください。メールアドレスも使えます。</translation>
    </message>
    <message>
      <source>Check the proxy that is set for {host}, or that of this computer.</source>
      <translation>{host} 用のプロキシ、またはこのコンピューターのプロキシを確認してください。</translation>
    </message>
    <message>
      <source>Check the rights of {folder}, and that the drive is not write-protected.</source>
      <translation>{folder} の権限と、ドライブが書き込み禁止でないか確認してください。</translation>
    </message>
    <message>
      <source>Check the user name and the password; capital letters matter.</source>
      <translation>ユーザー名とパスワードを確認してください。大文字と小文字は区別されます。</translation>
    </message>
    <message>
      <source>Choose a .tar.gz file that a Kuroibara server made.</source>
      <translation>Kuroibara サーバーが作成した .tar.gz ファイルを選んでください。</translation>
    </message>
    <message>
      <source>Choose a backup that a Kuroibara server made.</source>
      <translation>Kuroibara サーバーが作成したバックアップを選んでください。</translation>
    </message>
    <message>
      <source>Choose a drive with exFAT, NTFS, APFS or ext4.</source>
      <translation>exFAT、NTFS、APFS、ext4 のドライブを選んでください。</translation>
    </message>
    <message>
      <source>Choose a file in a folder that you may write to.</source>
      <translation>書き込めるフォルダーのファイルを選んでください。</translation>
    </message>
    <message>
      <source>Choose a folder on another drive.</source>
      <translation>別のドライブのフォルダーを選んでください。</translation>
    </message>
    <message>
      <source>Choose a full backup.</source>
      <translation>完全バックアップを選んでください。</translation>
    </message>
    <message>
      <source>Choose an empty folder, or one that is yet to be made.</source>
      <translation>空のフォルダーか、これから作るフォルダーを選んでください。</translation>
    </message>
    <message>
      <source>Choose an empty folder.</source>
      <translation>空のフォルダーを選んでください。</translation>
    </message>
    <message>
      <source>Choose another backup.</source>
      <translation>別のバックアップを選んでください。</translation>
    </message>
    <message>
      <source>Choose another copy of this backup, or another backup.</source>
      <translation>このバックアップの別のコピーか、別のバックアップを選んでください。</translation>
    </message>
    <message>
      <source>Choose another drive: nothing is given up.</source>
      <translation>別のドライブを選ぶ:何も失いません。</translation>
    </message>
    <message>
      <source>Choose another folder, best on another drive than the server's.</source>
      <translation>別のフォルダーを選んでください。サーバーとは別のドライブがおすすめです。</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>別の名前を選んでください。</translation>
    </message>
    <message>
      <source>Choose one that exists.</source>
      <translation>存在するものを選んでください。</translation>
    </message>
    <message>
      <source>Choose the archive folder again in the settings.</source>
      <translation>設定で保存先フォルダーを選び直してください。</translation>
    </message>
    <message>
      <source>Choose the folder for copies.</source>
      <translation>コピー用のフォルダーを選んでください。</translation>
    </message>
    <message>
      <source>Choose the folder that holds the servers' folders; single files are taken in with `kuroibara-desktop import`.</source>
      <translation>サーバーごとのフォルダーがあるフォルダーを選んでください。単独のファイルは `kuroibara-desktop import` で取り込めます。</translation>
    </message>
    <message>
      <source>Complete or remove other uploads, or raise BACKUP_UPLOAD_MAX_BYTES.</source>
      <translation>ほかのアップロードを終えるか削除するか、BACKUP_UPLOAD_MAX_BYTES を引き上げてください。</translation>
    </message>
    <message>
      <source>Connect the drive that holds your offsite archive, or choose another folder. Nothing was written.</source>
      <translation>保存先のドライブを接続するか、別のフォルダーを選んでください。何も書き込んでいません。</translation>
    </message>
    <message>
      <source>Connect the other drive, or add this archive to your list (`kuroibara-desktop vault add`).</source>
      <translation>もう一方のドライブを接続するか、この保存先を一覧に追加してください (`kuroibara-desktop vault add`)。</translation>
    </message>
    <message>
      <source>Copy a newer backup first.</source>
      <translation>先に新しいバックアップをコピーしてください。</translation>
    </message>
    <message>
      <source>Copy another backup, or create a new one.</source>
      <translation>別のバックアップをコピーするか、新しく作成してください。</translation>
    </message>
    <message>
      <source>Copy another backup.</source>
      <translation>別のバックアップをコピーしてください。</translation>
    </message>
    <message>
      <source>Copy database-only backups until there is room: the library's files here stay as old as the last full copy.</source>
      <translation>空きができるまでデータベースのみコピーする:ここのライブラリのファイルは前回の完全コピーのままです。</translation>
    </message>
    <message>
      <source>Copy it again from whoever gave it to you.</source>
      <translation>入手元からもう一度コピーしてください。</translation>
    </message>
    <message>
      <source>Copy the backup again; the damaged bytes were not put into the archive.</source>
      <translation>もう一度コピーしてください。破損したデータは保存先に入れていません。</translation>
    </message>
    <message>
      <source>Copy the backup here first: then they are read on this computer. A newer Kuroibara Backup on the server tells them itself.</source>
      <translation>まずバックアップをここにコピーしてください。このコンピューターで読み取ります。サーバーの Kuroibara Backup が新しければ、サーバーが自分で知らせます。</translation>
    </message>
    <message>
      <source>Correct the file, or remove it and set the app up anew; no backup is lost.</source>
      <translation>ファイルを直すか、削除して設定し直してください。バックアップは失われません。</translation>
    </message>
    <message>
      <source>Decrypt it with age first.</source>
      <translation>先に age で復号してください。</translation>
    </message>
    <message>
      <source>Do not count on this backup: make a new one, and try that.</source>
      <translation>このバックアップには頼らず、新しく作成してテストしてください。</translation>
    </message>
    <message>
      <source>Do not use this file: no backup made by Kuroibara holds such an entry.</source>
      <translation>このファイルは使わないでください。Kuroibara のバックアップにこのような項目はありません。</translation>
    </message>
    <message>
      <source>Each code counts once: wait for the next one.</source>
      <translation>コードは 1 回しか使えません。次のコードを待ってください。</translation>
    </message>
    <message>
      <source>Each table has as many rows as when the backup was made.</source>
      <translation>各テーブルの行数は作成時と同じです。</translation>
    </message>
    <message>
      <source>Enter its address first.</source>
      <translation>先にアドレスを入力してください。</translation>
    </message>
    <message>
      <source>Enter the six digits that your authenticator app shows.</source>
      <translation>認証アプリに表示される 6 桁の数字を入力してください。</translation>
    </message>
    <message>
      <source>Every byte of the file was read.</source>
      <translation>ファイルの全バイトを読みました。</translation>
    </message>
    <message>
      <source>Everything behind byte {offset}: it cannot be read.</source>
      <translation>{offset} バイト目以降のすべて (読み取れません)。</translation>
    </message>
    <message>
      <source>Everything behind the metadata: a quick look does not read it.</source>
      <translation>メタデータより後のすべて (簡易確認では読みません)。</translation>
    </message>
    <message>
      <source>FAT32 ends at 4 GiB: choose a drive with exFAT, NTFS, APFS or ext4.</source>
      <translation>FAT32 は 4 GiB までです。exFAT、NTFS、APFS、ext4 のドライブを選んでください。</translation>
    </message>
    <message>
      <source>Files cannot be sealed on this computer: the library `cryptography` is missing.</source>
      <translation>このコンピューターではファイルを保護できません (ライブラリ `cryptography` がありません)。</translation>
    </message>
    <message>
      <source>Free some space on the server's backup disk, or make a database-only backup.</source>
      <translation>サーバーのバックアップ用ディスクの空きを増やすか、データベースのみのバックアップを作成してください。</translation>
    </message>
    <message>
      <source>Free some space on the server's backup disk.</source>
      <translation>サーバーのバックアップ用ディスクの空きを増やしてください。</translation>
    </message>
    <message>
      <source>Free some space on the server, or remove an old backup there.</source>
      <translation>サーバーの空きを増やすか、古いバックアップを削除してください。</translation>
    </message>
    <message>
      <source>Free some space or choose another folder.</source>
      <translation>空きを増やすか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
      <source>Free some space there, or restore chosen manga only.</source>
      <translation>そこの空きを増やすか、選んだマンガだけを復元してください。</translation>
    </message>
    <message>
      <source>Give at least one scope: list, create, download.</source>
      <translation>list、create、download のうち少なくとも 1 つを指定してください。</translation>
    </message>
    <message>
      <source>Give one file: a .tar.gz that a Kuroibara server made.</source>
      <translation>Kuroibara サーバーが作成した .tar.gz ファイルを 1 つ指定してください。</translation>
    </message>
    <message>
      <source>Give the backup file in it. A whole archive folder is chosen in the settings.</source>
      <translation>中のバックアップファイルを指定してください。保存先フォルダー全体は設定で選びます。</translation>
    </message>
    <message>
      <source>Go on at byte {received}.</source>
      <translation>{received} バイト目から続けてください。</translation>
    </message>
    <message>
      <source>If the file is trusted, raise the limit named above.</source>
      <translation>ファイルを信頼できる場合は、上記の上限を引き上げてください。</translation>
    </message>
    <message>
      <source>If this network has a sign-in page, open a browser and sign in to it; otherwise check the proxy between here and the server. What was copied so far is kept.</source>
      <translation>ネットワークにログインページがある場合はブラウザーでログインしてください。ない場合はサーバーまでのプロキシを確認してください。コピー済みの分は残ります。</translation>
    </message>
    <message>
      <source>If this network has a sign-in page, sign in to it; else use that address instead.</source>
      <translation>ネットワークにログインページがある場合はログインしてください。ない場合はそのアドレスを使ってください。</translation>
    </message>
    <message>
      <source>If whoever runs the server gave you headers for it, add them under “Advanced” (or with --header-file). If it is this network that asks, sign in to it first.</source>
      <translation>サーバーの管理者からヘッダーを受け取った場合は「詳細設定」に追加してください (または --header-file)。ネットワークが求めている場合は、先にそこでログインしてください。</translation>
    </message>
    <message>
      <source>Imported files</source>
      <translation>取り込んだファイル</translation>
    </message>
    <message>
      <source>It has 64 digits and letters from A to F, mostly in pairs: AB:CD:…</source>
      <translation>0〜9 と A〜F の 64 文字で、通常は 2 文字ずつ区切られています:AB:CD:…</translation>
    </message>
    <message>
      <source>It may have been used: look at the list of devices.</source>
      <translation>使用済みの可能性があります。デバイスの一覧を確認してください。</translation>
    </message>
    <message>
      <source>Its ticket could not be kept: {sentence}</source>
      <translation>チケットを保存できませんでした:{sentence}</translation>
    </message>
    <message>
      <source>Kuroibara says nothing: looking whether it still answers.</source>
      <translation>Kuroibara から返事がありません。応答するか確認しています。</translation>
    </message>
    <message>
      <source>Kuroibara took the backup and has not answered since: as it seems, its restore hangs. Whoever runs the server must restart it and its database.</source>
      <translation>Kuroibara はバックアップを受け取った後、応答がありません。復元が止まっているようです。サーバーの管理者が Kuroibara とデータベースを再起動する必要があります。</translation>
    </message>
    <message>
      <source>Kuroibara took the backup and still answers. It does not say what became of it: look whether the library is what the backup held.</source>
      <translation>Kuroibara はバックアップを受け取り、応答しています。結果は分からないため、ライブラリがバックアップの内容になったか確認してください。</translation>
    </message>
    <message>
      <source>Kuroibara without the engine does not say why: its log does.</source>
      <translation>エンジンなしの Kuroibara は理由を伝えません。ログを確認してください。</translation>
    </message>
    <message>
      <source>Leave some out.</source>
      <translation>いくつか減らしてください。</translation>
    </message>
    <message>
      <source>Leave that line out.</source>
      <translation>その行を削除してください。</translation>
    </message>
    <message>
      <source>Leave the landing out, or free some space.</source>
      <translation>ディスクへの書き出しを省くか、空きを増やしてください。</translation>
    </message>
    <message>
      <source>Line {number} is not a header.</source>
      <translation>{number} 行目はヘッダーではありません。</translation>
    </message>
    <message>
      <source>Look again.</source>
      <translation>もう一度確認してください。</translation>
    </message>
    <message>
      <source>Look at the engine's log, then try again.</source>
      <translation>エンジンのログを確認し、もう一度試してください。</translation>
    </message>
    <message>
      <source>Look at the library's drive, then try again.</source>
      <translation>ライブラリのドライブを確認し、もう一度試してください。</translation>
    </message>
    <message>
      <source>Look at the list of restores. A plan that nobody confirms is forgotten after a day: make a new one then.</source>
      <translation>復元の一覧を確認してください。確認されないまま一日たった計画は破棄されます。その場合は新しい計画を作ってください。</translation>
    </message>
    <message>
      <source>Look at the server's log, then try again.</source>
      <translation>サーバーのログを確認し、もう一度試してください。</translation>
    </message>
    <message>
      <source>Make a new plan, and look at it again.</source>
      <translation>新しい計画を作り、もう一度確認してください。</translation>
    </message>
    <message>
      <source>Make a new plan.</source>
      <translation>新しい計画を作ってください。</translation>
    </message>
    <message>
      <source>Make one with the scope {value}.</source>
      <translation>{value} の権限を持つものを作ってください。</translation>
    </message>
    <message>
      <source>More statements follow the line that says that the dump is complete.</source>
      <translation>ダンプの終わりを示す行の後に、さらに文があります。</translation>
    </message>
    <message>
      <source>Name it after the computer that will use it.</source>
      <translation>使うコンピューターの名前を付けてください。</translation>
    </message>
    <message>
      <source>Name the ids of one or more manga, and nothing else.</source>
      <translation>マンガの ID を 1 つ以上指定してください。ほかは不要です。</translation>
    </message>
    <message>
      <source>No Kuroibara server was found there</source>
      <translation>Kuroibara サーバーが見つかりません</translation>
    </message>
    <message>
      <source>No archive folder was chosen yet.</source>
      <translation>保存先フォルダーがまだ選ばれていません。</translation>
    </message>
    <message>
      <source>No backup was made: its name {against}.</source>
      <translation>バックアップを作成していません。名前に問題があります:{against}。</translation>
    </message>
    <message>
      <source>No backup was made: there is one called {name}, and Kuroibara would overwrite it.</source>
      <translation>バックアップを作成していません。{name} がすでにあり、Kuroibara が上書きしてしまいます。</translation>
    </message>
    <message>
      <source>No device was made: this code is wrong, was used before, or has run out.</source>
      <translation>デバイスを作成していません。コードが違うか、使用済みか、期限切れです。</translation>
    </message>
    <message>
      <source>No keyring answers on this computer.</source>
      <translation>このコンピューターでキーリングが応答しません。</translation>
    </message>
    <message>
      <source>No new backup appeared on the server.</source>
      <translation>サーバーに新しいバックアップが現れませんでした。</translation>
    </message>
    <message>
      <source>No safety copy is made: what is in the database now is gone for good when the {backup_rollback_hours} hours for a rollback are over.</source>
      <translation>安全コピーを作りません。元に戻せる {backup_rollback_hours} 時間を過ぎると、今のデータベースの内容は完全に失われます。</translation>
    </message>
    <message>
      <source>No server was chosen yet.</source>
      <translation>サーバーがまだ選ばれていません。</translation>
    </message>
    <message>
      <source>Nobody in the backup is an administrator: run `kuroibara-backup admin grant USER` afterwards.</source>
      <translation>バックアップに管理者がいません。復元後に `kuroibara-backup admin grant USER` を実行してください。</translation>
    </message>
    <message>
      <source>Nobody may make or fetch backups yet: there is no administrator.</source>
      <translation>管理者がいないため、まだ誰もバックアップの作成や取得ができません。</translation>
    </message>
    <message>
      <source>Nobody vouches for the server's certificate</source>
      <translation>サーバーの証明書を保証する認証局がありません</translation>
    </message>
    <message>
      <source>Not proved: {sentence}</source>
      <translation>未保証:{sentence}</translation>
    </message>
    <message>
      <source>Nothing answers at the proxy {proxy}.</source>
      <translation>プロキシ {proxy} から応答がありません。</translation>
    </message>
    <message>
      <source>Nothing answers at {host}.</source>
      <translation>{host} から応答がありません。</translation>
    </message>
    <message>
      <source>Nothing goes.</source>
      <translation>削除されるものはありません。</translation>
    </message>
    <message>
      <source>Nothing more was sent: {who} refuses even pieces of {size}.</source>
      <translation>送信を止めました。{who}が {size} の断片も拒否します。</translation>
    </message>
    <message>
      <source>Nothing was begun: what was typed is not the server's name.</source>
      <translation>何も始めていません。入力がサーバーの名前と違います。</translation>
    </message>
    <message>
      <source>Nothing was changed: Kuroibara has no user {name}.</source>
      <translation>何も変更していません。Kuroibara にユーザー {name} はいません。</translation>
    </message>
    <message>
      <source>Nothing was changed: this backup is Kuroibara's own and is never removed.</source>
      <translation>何も変更していません。Kuroibara 本体のバックアップで、削除されることはありません。</translation>
    </message>
    <message>
      <source>Nothing was changed: {name} is the name or address of {count} users.</source>
      <translation>何も変更していません。{name} は {count} 人のユーザーの名前かアドレスです。</translation>
    </message>
    <message>
      <source>Nothing was copied: the other place lies inside the archive itself.</source>
      <translation>何もコピーしていません。コピー先が保存先の中にあります。</translation>
    </message>
    <message>
      <source>Nothing was copied: there is no folder {target}.</source>
      <translation>何もコピーしていません。フォルダー {target} がありません。</translation>
    </message>
    <message>
      <source>Nothing was done: what was dropped is no file of this computer.</source>
      <translation>何も行っていません。ドロップされたものはこのコンピューターのファイルではありません。</translation>
    </message>
    <message>
      <source>Nothing was done: {count} files were dropped, and one at a time is dealt with.</source>
      <translation>何も行っていません。{count} 件ドロップされましたが、一度に扱えるのは 1 件です。</translation>
    </message>
    <message>
      <source>Nothing was done: {one_line} cannot be read: {strerror}.</source>
      <translation>何も行っていません。{one_line} を読めません:{strerror}。</translation>
    </message>
    <message>
      <source>Nothing was done: {one_line} is a folder.</source>
      <translation>何も行っていません。{one_line} はフォルダーです。</translation>
    </message>
    <message>
      <source>Nothing was done: {one_line} is no file.</source>
      <translation>何も行っていません。{one_line} はファイルではありません。</translation>
    </message>
    <message>
      <source>Nothing was done: {one_line} is not a backup of Kuroibara.</source>
      <translation>何も行っていません。{one_line} は Kuroibara のバックアップではありません。</translation>
    </message>
    <message>
      <source>Nothing was removed: {old} is not where this archive was before.</source>
      <translation>何も削除していません。{old} はこの保存先の以前の場所ではありません。</translation>
    </message>
    <message>
      <source>Nothing was rolled back: another restore ran after that one.</source>
      <translation>元に戻していません。その後に別の復元が行われました。</translation>
    </message>
    <message>
      <source>Nothing was rolled back: that restore changed nothing, or what was there before it is no longer kept.</source>
      <translation>元に戻していません。その復元では何も変わっていないか、以前の内容がもう残っていません。</translation>
    </message>
    <message>
      <source>Nothing was rolled back: there is no restore to return from.</source>
      <translation>元に戻していません。戻す対象の復元がありません。</translation>
    </message>
    <message>
      <source>Nothing was sent: this backup is not on this computer.</source>
      <translation>何も送られませんでした。このバックアップはこのコンピューターにありません。</translation>
    </message>
    <message>
      <source>Nothing was sent: {host} shows the certificate {in_pairs}, but agreed on was {in_pairs2}.</source>
      <translation>何も送信していません。{host} の証明書は {in_pairs} ですが、承認されたものは {in_pairs2} です。</translation>
    </message>
    <message>
      <source>Nothing was sent: {name} was made by the backup engine, and Kuroibara alone would put its tables into the wrong database and report success.</source>
      <translation>何も送信していません。{name} はバックアップエンジンのもので、Kuroibara だけではテーブルを誤ったデータベースに入れ、成功と報告します。</translation>
    </message>
    <message>
      <source>Nothing was taken in: the upload goes on at another byte.</source>
      <translation>受け取っていません。アップロードの続きは別のバイトからです。</translation>
    </message>
    <message>
      <source>Nothing was taken out of {path}: it claims {size} bytes, more than the {file} allowed for one file (limit `file`).</source>
      <translation>{path} から何も取り出していません。{size} バイトとありますが、1 ファイルの上限 {file} を超えています (上限 `file`)。</translation>
    </message>
    <message>
      <source>Older backups were not looked through: {sentence}</source>
      <translation>古いバックアップは確認していません:{sentence}</translation>
    </message>
    <message>
      <source>Only the last restore can be rolled back.</source>
      <translation>元に戻せるのは最後の復元だけです。</translation>
    </message>
    <message>
      <source>Only the wrong pieces are fetched again.</source>
      <translation>誤っている部分だけを取り直します。</translation>
    </message>
    <message>
      <source>Others may read the token file {path}.</source>
      <translation>ほかの人がトークンファイル {path} を読めます。</translation>
    </message>
    <message>
      <source>Please sign in</source>
      <translation>サインインしてください</translation>
    </message>
    <message>
      <source>Proxies of the kind {scheme}:// cannot be used.</source>
      <translation>{scheme}:// のプロキシは使えません。</translation>
    </message>
    <message>
      <source>Put the backup engine beside the server and restore with it, recover by hand as HOW-TO-RESTORE.txt tells, or have the engine make a file for Kuroibara with `kuroibara-backup export --format1`.</source>
      <translation>サーバーにバックアップエンジンを置いて復元するか、HOW-TO-RESTORE.txt のとおり手作業で復元するか、`kuroibara-backup export --format1` で Kuroibara 用のファイルを作ってください。</translation>
    </message>
    <message>
      <source>Put the folder itself there, or choose an archive folder on the other drive.</source>
      <translation>フォルダーそのものをそこに置くか、別のドライブにある保存先フォルダーを選んでください。</translation>
    </message>
    <message>
      <source>Put the marker back from another copy, or choose an empty folder as archive; the backups in the old one stay usable by hand.</source>
      <translation>マーカーを別のコピーから戻すか、空のフォルダーを保存先に選んでください。古いフォルダーのバックアップは手作業で使えます。</translation>
    </message>
    <message>
      <source>Read PostgreSQL's log, then try again.</source>
      <translation>PostgreSQL のログを確認し、もう一度試してください。</translation>
    </message>
    <message>
      <source>Refresh the list and copy the backup that is there now.</source>
      <translation>一覧を更新し、今あるバックアップをコピーしてください。</translation>
    </message>
    <message>
      <source>Refresh the list and look again.</source>
      <translation>一覧を更新して確認し直してください。</translation>
    </message>
    <message>
      <source>Refresh the list of backups.</source>
      <translation>バックアップの一覧を更新してください。</translation>
    </message>
    <message>
      <source>Refresh the list.</source>
      <translation>一覧を更新してください。</translation>
    </message>
    <message>
      <source>Reload the list of backups.</source>
      <translation>バックアップの一覧を読み込み直してください。</translation>
    </message>
    <message>
      <source>Reload the list of devices.</source>
      <translation>デバイスの一覧を読み込み直してください。</translation>
    </message>
    <message>
      <source>Rename the backup on the server; do not trust a server that sends such names.</source>
      <translation>サーバーでバックアップの名前を変えてください。このような名前を送るサーバーは信頼しないでください。</translation>
    </message>
    <message>
      <source>Replace the old copy: until the new one is here, the server holds the only backup.</source>
      <translation>古いコピーを置き換える:新しいものが届くまで、バックアップはサーバーにしかありません。</translation>
    </message>
    <message>
      <source>Restore a backup instead; safety copies are among them.</source>
      <translation>代わりにバックアップを復元してください。安全コピーも含まれます。</translation>
    </message>
    <message>
      <source>Roll it back instead.</source>
      <translation>代わりに元に戻してください。</translation>
    </message>
    <message>
      <source>Row counts: the backup does not say how many rows each table must have.</source>
      <translation>行数:各テーブルの行数がバックアップに記録されていません。</translation>
    </message>
    <message>
      <source>Run `{GRANT}` on the server.</source>
      <translation>サーバーで `{GRANT}` を実行してください。</translation>
    </message>
    <message>
      <source>Save it here first, then drop the file.</source>
      <translation>先にここへ保存してから、ドロップしてください。</translation>
    </message>
    <message>
      <source>Say which: {join}.</source>
      <translation>どれか指定してください:{join}。</translation>
    </message>
    <message>
      <source>Set BACKUP_STATE_URL to a database of its own, or leave it out.</source>
      <translation>BACKUP_STATE_URL を専用のデータベースにするか、設定しないでください。</translation>
    </message>
    <message>
      <source>Sign in again with `kuroibara-desktop login` and the same --token-file.</source>
      <translation>`kuroibara-desktop login` と同じ --token-file でサインインし直してください。</translation>
    </message>
    <message>
      <source>Sign in again with your user name and password.</source>
      <translation>ユーザー名とパスワードでサインインし直してください。</translation>
    </message>
    <message>
      <source>Sign in again.</source>
      <translation>サインインし直してください。</translation>
    </message>
    <message>
      <source>Sign in as an administrator, or have one run `{GRANT}` on the server.</source>
      <translation>管理者としてサインインするか、サーバーで `{GRANT}` を実行してもらってください。</translation>
    </message>
    <message>
      <source>Sign in to it again.</source>
      <translation>もう一度サインインしてください。</translation>
    </message>
    <message>
      <source>Sign in with your password for it.</source>
      <translation>パスワードでサインインしてください。</translation>
    </message>
    <message>
      <source>Somebody may be between here and the server. Ask whoever runs it whether the certificate was renewed; if the new fingerprint is the right one, give it with `kuroibara-desktop login ADDRESS --fingerprint NEW`.</source>
      <translation>サーバーとの間に第三者がいる可能性があります。証明書が更新されたか管理者に確認し、新しいフィンガープリントが正しければ `kuroibara-desktop login ADDRESS --fingerprint NEW` で指定してください。</translation>
    </message>
    <message>
      <source>Something between here and {host} packs the backup's bytes anew.</source>
      <translation>{host} までの途中で、バックアップのデータが圧縮し直されています。</translation>
    </message>
    <message>
      <source>Something else answered in the server's place</source>
      <translation>サーバーではないものが応答しました</translation>
    </message>
    <message>
      <source>Something is not set up yet</source>
      <translation>設定がまだのものがあります</translation>
    </message>
    <message>
      <source>Something of the library was left out when it was backed up.</source>
      <translation>バックアップ時にライブラリの一部が除外されました。</translation>
    </message>
    <message>
      <source>Something went wrong</source>
      <translation>問題が発生しました</translation>
    </message>
    <message>
      <source>Start it again if you want it.</source>
      <translation>必要ならもう一度始めてください。</translation>
    </message>
    <message>
      <source>Start it again.</source>
      <translation>もう一度始めてください。</translation>
    </message>
    <message>
      <source>Start one.</source>
      <translation>開始してください。</translation>
    </message>
    <message>
      <source>Stay signed in for this session only, or, without a desktop, give a token with `--token-file` or the variable KUROIBARA_TOKEN.</source>
      <translation>このセッションだけサインインするか、デスクトップがない場合は `--token-file` か変数 KUROIBARA_TOKEN でトークンを指定してください。</translation>
    </message>
    <message>
      <source>Switch off compression for downloads in the proxy before the server.</source>
      <translation>サーバーの手前のプロキシで、ダウンロードの圧縮を切ってください。</translation>
    </message>
    <message>
      <source>Take it over first: `kuroibara-backup adopt {filename}`.</source>
      <translation>先に引き継いでください:`kuroibara-backup adopt {filename}`。</translation>
    </message>
    <message>
      <source>Take that away in Kuroibara.</source>
      <translation>Kuroibara で取り消してください。</translation>
    </message>
    <message>
      <source>Take the right away: chmod 600 {path}</source>
      <translation>権限を外してください:chmod 600 {path}</translation>
    </message>
    <message>
      <source>Test the server's memory and its backup disk, then try again.</source>
      <translation>サーバーのメモリとバックアップ用ディスクを検査し、もう一度試してください。</translation>
    </message>
    <message>
      <source>That each file is what it was: Kuroibara's own format holds no digests. All of them were read to their end.</source>
      <translation>各ファイルが元のままであること (Kuroibara 独自の形式にハッシュ値はありません)。すべて最後まで読みました。</translation>
    </message>
    <message>
      <source>That every file of the library is there: the format has no list of its files.</source>
      <translation>ライブラリの全ファイルがあること (この形式にファイル一覧はありません)。</translation>
    </message>
    <message>
      <source>That no byte was changed on purpose: Kuroibara's own format holds CRC-32 sums, but no digests.</source>
      <translation>意図的な改変がないこと (Kuroibara 独自の形式には CRC-32 だけでハッシュ値がありません)。</translation>
    </message>
    <message>
      <source>That no row is missing: the backup does not say how many rows each table must have.</source>
      <translation>行が欠けていないこと (各テーブルの行数がバックアップに記録されていません)。</translation>
    </message>
    <message>
      <source>That this is the very file the server made: no checksum from elsewhere was given.</source>
      <translation>サーバーが作ったファイルそのものであること (別に得たチェックサムがありません)。</translation>
    </message>
    <message>
      <source>The SQL of the backup is damaged at byte {offset}.</source>
      <translation>バックアップの SQL が {offset} バイト目で破損しています。</translation>
    </message>
    <message>
      <source>The address holds a user name or password.</source>
      <translation>アドレスにユーザー名かパスワードが含まれています。</translation>
    </message>
    <message>
      <source>The archive folder failed: {doing} stopped ({reason}).</source>
      <translation>保存先フォルダーでエラー:{doing}が止まりました ({reason})。</translation>
    </message>
    <message>
      <source>The archive folder is not there</source>
      <translation>保存先フォルダーがありません</translation>
    </message>
    <message>
      <source>The archive folder may not be written to: {doing} stopped ({reason}).</source>
      <translation>保存先フォルダーに書き込めません:{doing}が止まりました ({reason})。</translation>
    </message>
    <message>
      <source>The archive folder went away: {doing} stopped ({reason}).</source>
      <translation>保存先フォルダーがなくなりました:{doing}が止まりました ({reason})。</translation>
    </message>
    <message>
      <source>The archive folder {root} {why}.</source>
      <translation>保存先フォルダー {root}:{why}。</translation>
    </message>
    <message>
      <source>The archive is busy.</source>
      <translation>保存先は使用中です。</translation>
    </message>
    <message>
      <source>The archive is in use</source>
      <translation>保存先は使用中です</translation>
    </message>
    <message>
      <source>The archive was not moved: one of the two folders lies inside the other.</source>
      <translation>保存先を移動していません。一方のフォルダーがもう一方の中にあります。</translation>
    </message>
    <message>
      <source>The archive was not moved: {name} came back from the new drive with other bytes than were written.</source>
      <translation>保存先を移動していません。新しいドライブから読み直した {name} が、書き込んだ内容と違います。</translation>
    </message>
    <message>
      <source>The archive was not moved: {name} is damaged in the old folder.</source>
      <translation>保存先を移動していません。古いフォルダーの {name} が破損しています。</translation>
    </message>
    <message>
      <source>The archive was not moved: {name} is too large for the drive (FAT32).</source>
      <translation>保存先を移動していません。{name} はこのドライブ (FAT32) には大きすぎます。</translation>
    </message>
    <message>
      <source>The archive was not moved: {target} is another archive already.</source>
      <translation>保存先を移動していません。{target} はすでに別の保存先です。</translation>
    </message>
    <message>
      <source>The archive was not moved: {target} is not empty.</source>
      <translation>保存先を移動していません。{target} は空ではありません。</translation>
    </message>
    <message>
      <source>The archive was refused: it holds more than {entries} entries (limit `entries`).</source>
      <translation>ファイルを拒否しました。項目が {entries} 件を超えています (上限 `entries`)。</translation>
    </message>
    <message>
      <source>The archive was refused: its entry {entry} {why}.</source>
      <translation>ファイルを拒否しました。項目 {entry}:{why}。</translation>
    </message>
    <message>
      <source>The archive was refused: more than {ratio} times its own size would come out of it (limit `ratio`).</source>
      <translation>ファイルを拒否しました。展開すると元の {ratio} 倍を超えます (上限 `ratio`)。</translation>
    </message>
    <message>
      <source>The archive was refused: more than {total} bytes would come out of it (limit `total`).</source>
      <translation>ファイルを拒否しました。展開すると {total} バイトを超えます (上限 `total`)。</translation>
    </message>
    <message>
      <source>The backup has {size}, but the drive with your archive takes no file over 4 GiB (FAT32).</source>
      <translation>バックアップは {size} ですが、保存先のドライブは 4 GiB を超えるファイルを扱えません (FAT32)。</translation>
    </message>
    <message>
      <source>The backup holds no files: the library's files stay as they are. Manga that only the library has can be recovered afterwards.</source>
      <translation>バックアップにファイルがないため、ライブラリのファイルはそのまま残ります。ライブラリにしかないマンガは後で復旧できます。</translation>
    </message>
    <message>
      <source>The backup holds no {METADATA}.</source>
      <translation>バックアップに {METADATA} がありません。</translation>
    </message>
    <message>
      <source>The backup holds no {decode}.</source>
      <translation>バックアップに {decode} がありません。</translation>
    </message>
    <message>
      <source>The backup is damaged</source>
      <translation>バックアップが破損しています</translation>
    </message>
    <message>
      <source>The backup is damaged. {first}</source>
      <translation>バックアップが破損しています。{first}</translation>
    </message>
    <message>
      <source>The backup is of an older Kuroibara: {count} tables are not in it, which Kuroibara makes when it is started again. Restart it afterwards.</source>
      <translation>古い Kuroibara のバックアップです。足りないテーブル {count} 個は Kuroibara の再起動時に作られます。復元後に再起動してください。</translation>
    </message>
    <message>
      <source>The backup is suspect: it held much less than the one before it.</source>
      <translation>要確認のバックアップです:前のものより内容がかなり少なくなっています。</translation>
    </message>
    <message>
      <source>The backup on the server has another size than in the list.</source>
      <translation>サーバーのバックアップのサイズが一覧と違います。</translation>
    </message>
    <message>
      <source>The backup on the server is no longer the one in the list.</source>
      <translation>サーバーのバックアップは、一覧のものと変わっています。</translation>
    </message>
    <message>
      <source>The backup on the server is no longer the one that was begun.</source>
      <translation>サーバーのバックアップは、始めたときのものと変わっています。</translation>
    </message>
    <message>
      <source>The backup on the server is now shorter than what is here.</source>
      <translation>サーバーのバックアップが、ここにある分より短くなっています。</translation>
    </message>
    <message>
      <source>The backup was cancelled on the server.</source>
      <translation>サーバーでバックアップがキャンセルされました。</translation>
    </message>
    <message>
      <source>The backup was made, but could not be entered in the catalogue.</source>
      <translation>バックアップは作成されましたが、カタログに登録できませんでした。</translation>
    </message>
    <message>
      <source>The backup was not deleted: it is still being written.</source>
      <translation>バックアップを削除していません。まだ作成中です。</translation>
    </message>
    <message>
      <source>The backup was not kept: what was read back is not what was written. {value}</source>
      <translation>バックアップを残していません。読み直した内容が書き込んだものと違います。{value}</translation>
    </message>
    <message>
      <source>The backup was not made</source>
      <translation>バックアップを作成できませんでした</translation>
    </message>
    <message>
      <source>The backup was not made: it may need {size_at_most} bytes and {reserve} must stay free, but only {free} bytes are free.</source>
      <translation>バックアップを作成していません。最大 {size_at_most} バイトと残す空き {reserve} バイトが必要ですが、空きは {free} バイトです。</translation>
    </message>
    <message>
      <source>The backup was not made: the dump of the database is not whole. {problem}</source>
      <translation>バックアップを作成していません。データベースのダンプが不完全です。{problem}</translation>
    </message>
    <message>
      <source>The backup was not restored: even in place it needs {needed} bytes on the library's drive, but only {free} are free.</source>
      <translation>復元していません。ライブラリのドライブに {needed} バイト必要ですが、空きは {free} バイトです。</translation>
    </message>
    <message>
      <source>The backup was not restored: nobody in it is active and has a password, so that nobody could sign in afterwards.</source>
      <translation>復元していません。有効でパスワードのあるユーザーがいないため、復元後に誰もサインインできません。</translation>
    </message>
    <message>
      <source>The backup was not restored: the database in it is not Kuroibara's, for it has no table of users.</source>
      <translation>復元していません。ユーザーのテーブルがなく、Kuroibara のデータベースではありません。</translation>
    </message>
    <message>
      <source>The backup was not restored: the engine's own tables lie in the database that it would replace.</source>
      <translation>復元していません。置き換えるデータベースにエンジン自身のテーブルがあります。</translation>
    </message>
    <message>
      <source>The backup was replaced on the server</source>
      <translation>サーバーのバックアップが置き換えられました</translation>
    </message>
    <message>
      <source>The backup's description of itself (backup_metadata.json) is damaged at byte {offset}.</source>
      <translation>バックアップの説明 (backup_metadata.json) が {offset} バイト目で破損しています。</translation>
    </message>
    <message>
      <source>The backup's description of itself (backup_metadata.json, at byte {offset}) cannot be read.</source>
      <translation>バックアップの説明 (backup_metadata.json、{offset} バイト目) を読めません。</translation>
    </message>
    <message>
      <source>The bytes that arrived are not those the server promised.</source>
      <translation>届いたデータがサーバーの示したものと違います。</translation>
    </message>
    <message>
      <source>The catalog {file} cannot be used: {exc}.</source>
      <translation>カタログ {file} を使えません:{exc}。</translation>
    </message>
    <message>
      <source>The catalog {file} was made by a newer version of this app.</source>
      <translation>カタログ {file} は新しいバージョンのアプリで作られました。</translation>
    </message>
    <message>
      <source>The check was stopped.</source>
      <translation>検証を止めました。</translation>
    </message>
    <message>
      <source>The checksum file beside the backup does not hold one line with a SHA-256 and a name.</source>
      <translation>バックアップの横のチェックサムファイルに、SHA-256 と名前の行が正しくありません。</translation>
    </message>
    <message>
      <source>The code was refused</source>
      <translation>コードが拒否されました</translation>
    </message>
    <message>
      <source>The connection is not encrypted: anyone on the way can read your password and the backups.</source>
      <translation>接続が暗号化されていません。途中の誰でもパスワードとバックアップを読めます。</translation>
    </message>
    <message>
      <source>The connection to {host} was lost while {doing}.</source>
      <translation>{host} との接続が切れました ({doing})。</translation>
    </message>
    <message>
      <source>The copy is damaged</source>
      <translation>コピーが破損しています</translation>
    </message>
    <message>
      <source>The damaged copy is kept. What is whole in it can be taken out with `kuroibara-backup extract`.</source>
      <translation>破損したコピーは残します。正常な部分は `kuroibara-backup extract` で取り出せます。</translation>
    </message>
    <message>
      <source>The database was loaded: {tables} tables with {rows} rows, all {foreign_keys} foreign keys hold, {active_users} users can sign in.</source>
      <translation>データベースを読み込みました:テーブル {tables} 個、{rows} 行、外部キー {foreign_keys} 個すべて正常、{active_users} 人がサインインできます。</translation>
    </message>
    <message>
      <source>The device was not made: it was not said what it may do.</source>
      <translation>デバイスを作成していません。権限が指定されていません。</translation>
    </message>
    <message>
      <source>The device was not made: its name must have 1 to {LONGEST_NAME} characters.</source>
      <translation>デバイスを作成していません。名前は 1〜{LONGEST_NAME} 文字にしてください。</translation>
    </message>
    <message>
      <source>The drill failed</source>
      <translation>復元テストに失敗しました</translation>
    </message>
    <message>
      <source>The drill was not made: it is being made already.</source>
      <translation>復元テストはすでに実行中です。</translation>
    </message>
    <message>
      <source>The drill was not made: the library takes {bytes} bytes on disk, but only {max} are free where backups are kept.</source>
      <translation>復元テストをしていません。ディスクに {bytes} バイト必要ですが、バックアップの場所の空きは {max} バイトです。</translation>
    </message>
    <message>
      <source>The drive cannot replace a file by renaming, so a copy could be lost.</source>
      <translation>このドライブは名前の変更でファイルを置き換えられないため、コピーが失われるおそれがあります。</translation>
    </message>
    <message>
      <source>The drive does not tell capital from small letters: a copy whose name differs from another's in that alone gets a number.</source>
      <translation>このドライブは大文字と小文字を区別しません。それだけが違う名前のコピーには番号が付きます。</translation>
    </message>
    <message>
      <source>The drive may be failing: copy what is on it, and use another copy.</source>
      <translation>ドライブが故障しかけている可能性があります。中身を別の場所にコピーし、別のコピーを使ってください。</translation>
    </message>
    <message>
      <source>The drive takes no file over {size} (FAT32): larger backups cannot be copied there.</source>
      <translation>このドライブは {size} を超えるファイルを扱えません (FAT32)。それより大きいバックアップはコピーできません。</translation>
    </message>
    <message>
      <source>The drive with your archive is full: {doing} stopped.</source>
      <translation>保存先のドライブがいっぱいです:{doing}が止まりました。</translation>
    </message>
    <message>
      <source>The drive with your archive takes no file as large as this: {doing} stopped.</source>
      <translation>保存先のドライブはこの大きさのファイルを扱えません:{doing}が止まりました。</translation>
    </message>
    <message>
      <source>The dump breaks off before its closing COMMIT.</source>
      <translation>ダンプが最後の COMMIT の前で途切れています。</translation>
    </message>
    <message>
      <source>The dump breaks off before its closing \unrestrict line.</source>
      <translation>ダンプが最後の \unrestrict 行の前で途切れています。</translation>
    </message>
    <message>
      <source>The dump breaks off {value}{table}.</source>
      <translation>ダンプが途切れています ({value}{table})。</translation>
    </message>
    <message>
      <source>The end of the file is missing.</source>
      <translation>ファイルの終わりがありません。</translation>
    </message>
    <message>
      <source>The end of the file is missing: copy it again, or use another copy of this backup.</source>
      <translation>ファイルの終わりがありません。もう一度コピーするか、別のコピーを使ってください。</translation>
    </message>
    <message>
      <source>The end of the file, which lists what is in the backup, is missing or damaged.</source>
      <translation>内容の一覧があるファイルの終わりが、欠けているか破損しています。</translation>
    </message>
    <message>
      <source>The file changed meanwhile</source>
      <translation>ファイルが変更されました</translation>
    </message>
    <message>
      <source>The file holds {size}, but {size2} were copied.</source>
      <translation>ファイルは {size} ですが、コピーしたのは {size2} です。</translation>
    </message>
    <message>
      <source>The file is not a backup of Kuroibara: </source>
      <translation>Kuroibara のバックアップではありません:</translation>
    </message>
    <message>
      <source>The file {name} may not be read.</source>
      <translation>ファイル {name} の読み取りが許可されていません。</translation>
    </message>
    <message>
      <source>The file {path} cannot be read as one that a passphrase opens.</source>
      <translation>ファイル {path} は、パスフレーズで開くファイルとして読めません。</translation>
    </message>
    <message>
      <source>The file's SHA-256 is {digest}, not {sha256}.</source>
      <translation>ファイルの SHA-256 は {digest} で、{sha256} ではありません。</translation>
    </message>
    <message>
      <source>The file's SHA-256 is {sha256}, not {expected}.</source>
      <translation>ファイルの SHA-256 は {sha256} で、{expected} ではありません。</translation>
    </message>
    <message>
      <source>The folder is a temporary one: the system may empty it at any time.</source>
      <translation>一時フォルダーです。システムがいつでも空にする可能性があります。</translation>
    </message>
    <message>
      <source>The folder is synchronised with a cloud: every user's data and password hashes go there too.</source>
      <translation>クラウドと同期されるフォルダーです。全ユーザーのデータとパスワードハッシュも送られます。</translation>
    </message>
    <message>
      <source>The folder lies inside a Kuroibara library: a backup there would be lost with it.</source>
      <translation>Kuroibara のライブラリの中にあるフォルダーです。ライブラリと一緒にバックアップも失われます。</translation>
    </message>
    <message>
      <source>The frame around {where} is damaged; its content is not, and can be saved.</source>
      <translation>{where}の外枠が破損していますが、中身は無事で取り出せます。</translation>
    </message>
    <message>
      <source>The header {name} cannot be set: the app sends its own.</source>
      <translation>ヘッダー {name} は設定できません。アプリが自分で送ります。</translation>
    </message>
    <message>
      <source>The index is no good: {exc}.</source>
      <translation>索引が使えません:{exc}。</translation>
    </message>
    <message>
      <source>The index, which lists the files of the backup, is damaged at byte {offset}.</source>
      <translation>ファイルの索引が {offset} バイト目で破損しています。</translation>
    </message>
    <message>
      <source>The journal {file} cannot be used: {exc}.</source>
      <translation>ジャーナル {file} を使えません:{exc}。</translation>
    </message>
    <message>
      <source>The journal {file} was made by a newer version of this app.</source>
      <translation>ジャーナル {file} は新しいバージョンのアプリで作られました。</translation>
    </message>
    <message>
      <source>The keyring is locked</source>
      <translation>キーリングがロックされています</translation>
    </message>
    <message>
      <source>The keyring of this computer does not answer.</source>
      <translation>このコンピューターのキーリングが応答しません。</translation>
    </message>
    <message>
      <source>The last 128 bytes of the file are damaged.</source>
      <translation>ファイルの最後の 128 バイトが破損しています。</translation>
    </message>
    <message>
      <source>The library at {address} suddenly holds much less. {why}</source>
      <translation>{address} のライブラリの内容が急に少なくなりました。{why}</translation>
    </message>
    <message>
      <source>The library folder is empty, but the database names {missing} files in it. Is its drive mounted?</source>
      <translation>ライブラリのフォルダーが空ですが、データベースには {missing} 件のファイルがあります。ドライブはマウントされていますか?</translation>
    </message>
    <message>
      <source>The library was put on the disk and read back, each file compared ({read} bytes).</source>
      <translation>ライブラリをディスクに書き出して読み直し、全ファイルを比較しました ({read} バイト)。</translation>
    </message>
    <message>
      <source>The library: the backup holds no files of it.</source>
      <translation>ライブラリ (バックアップにファイルがありません)。</translation>
    </message>
    <message>
      <source>The line that says that the dump is complete is missing.</source>
      <translation>ダンプの終わりを示す行がありません。</translation>
    </message>
    <message>
      <source>The marker of the archive folder {root} cannot be read.</source>
      <translation>保存先フォルダー {root} のマーカーを読めません。</translation>
    </message>
    <message>
      <source>The marker {name} in {root} is damaged.</source>
      <translation>{root} のマーカー {name} が破損しています。</translation>
    </message>
    <message>
      <source>The metadata tell of other contents than the index.</source>
      <translation>メタデータと索引の内容が違います。</translation>
    </message>
    <message>
      <source>The name and time in the gzip header and the unused bits behind the data: nothing in the file tells whether they are right.</source>
      <translation>gzip ヘッダーの名前と時刻、データの後の未使用ビット (正しいか確かめる手段がありません)。</translation>
    </message>
    <message>
      <source>The name is not acceptable</source>
      <translation>この名前は使えません</translation>
    </message>
    <message>
      <source>The new drive is failing: choose another. The old archive is whole.</source>
      <translation>新しいドライブに問題があります。別のものを選んでください。古い保存先は無事です。</translation>
    </message>
    <message>
      <source>The note was not stored: it is longer than {LONGEST_NOTE} characters.</source>
      <translation>メモを保存していません。{LONGEST_NOTE} 文字を超えています。</translation>
    </message>
    <message>
      <source>The passphrase does not open {path}, or the file was changed.</source>
      <translation>パスフレーズで {path} を開けないか、ファイルが変更されています。</translation>
    </message>
    <message>
      <source>The password is needed once more</source>
      <translation>もう一度パスワードが必要です</translation>
    </message>
    <message>
      <source>The password is right; this account also asks for a code.</source>
      <translation>パスワードは正しいです。このアカウントにはコードも必要です。</translation>
    </message>
    <message>
      <source>The plan is for {shown}: repeat exactly that name.</source>
      <translation>この計画は {shown} のものです。その名前を正確に入力してください。</translation>
    </message>
    <message>
      <source>The proxy before {host}</source>
      <translation>{host} の手前のプロキシ</translation>
    </message>
    <message>
      <source>The proxy {proxy} did not answer in time.</source>
      <translation>プロキシ {proxy} が時間内に応答しませんでした。</translation>
    </message>
    <message>
      <source>The proxy {which} gave no way to {host}: {why}.</source>
      <translation>プロキシ {which} から {host} に接続できません:{why}。</translation>
    </message>
    <message>
      <source>The rehearsal could not be held</source>
      <translation>復元テストを実行できませんでした</translation>
    </message>
    <message>
      <source>The request cannot be carried out</source>
      <translation>要求を実行できません</translation>
    </message>
    <message>
      <source>The request was refused</source>
      <translation>要求が拒否されました</translation>
    </message>
    <message>
      <source>The request was too large</source>
      <translation>要求が大きすぎました</translation>
    </message>
    <message>
      <source>The restore was cancelled</source>
      <translation>復元がキャンセルされました</translation>
    </message>
    <message>
      <source>The restore was cut off before it had changed anything. Nothing was changed.</source>
      <translation>復元は変更を始める前に中断しました。何も変更していません。</translation>
    </message>
    <message>
      <source>The restore was not begun: its plan no longer holds, for {why}.</source>
      <translation>復元を始めていません。計画が無効になりました ({why})。</translation>
    </message>
    <message>
      <source>The restore was not begun: the backup file changed since the plan was made.</source>
      <translation>復元を始めていません。計画の後にバックアップファイルが変わりました。</translation>
    </message>
    <message>
      <source>The restore was not begun: the name given is not the name of this server.</source>
      <translation>復元を始めていません。入力された名前がこのサーバーのものと違います。</translation>
    </message>
    <message>
      <source>The restore was not cancelled: it is past the point where it could be.</source>
      <translation>復元をキャンセルしていません。キャンセルできる段階を過ぎています。</translation>
    </message>
    <message>
      <source>The restore was not carried out. Nothing was changed.</source>
      <translation>復元していません。何も変更していません。</translation>
    </message>
    <message>
      <source>The restore was not carried out: something unexpected went wrong.</source>
      <translation>復元していません。予期しない問題が起きました。</translation>
    </message>
    <message>
      <source>The restore was not carried out: what was written beside the library is not what was read back ({join}).</source>
      <translation>復元していません。ライブラリの横に書いた内容が読み直したものと違います ({join})。</translation>
    </message>
    <message>
      <source>The restore was not planned: it was not said which manga.</source>
      <translation>復元の計画を作っていません。マンガが指定されていません。</translation>
    </message>
    <message>
      <source>The restore was not planned: the backup holds no files of the library.</source>
      <translation>復元の計画を作っていません。バックアップにライブラリのファイルがありません。</translation>
    </message>
    <message>
      <source>The restore was not planned: the backup is damaged. {first}</source>
      <translation>復元の計画を作っていません。バックアップが破損しています。{first}</translation>
    </message>
    <message>
      <source>The restore was not planned: the backup is still being written.</source>
      <translation>復元の計画を作っていません。バックアップはまだ作成中です。</translation>
    </message>
    <message>
      <source>The restore was stopped on request. Nothing was changed.</source>
      <translation>復元は指示により停止しました。何も変更していません。</translation>
    </message>
    <message>
      <source>The restore was undone: {missing} files were not in the library after the swap ({join}).</source>
      <translation>復元を取り消しました。切り替え後のライブラリに {missing} 件のファイルがありませんでした ({join})。</translation>
    </message>
    <message>
      <source>The retention rules were not accepted: {name} is {count}.</source>
      <translation>保持ルールが受け付けられませんでした:{name} は {count} です。</translation>
    </message>
    <message>
      <source>The server</source>
      <translation>サーバー</translation>
    </message>
    <message>
      <source>The server at {address} is no longer the one that {_number} came from: it was installed anew, or another one is there now.</source>
      <translation>{address} のサーバーは、{_number}の元のものではなくなりました。再インストールされたか、別のサーバーになっています。</translation>
    </message>
    <message>
      <source>The server began a backup but does not say which job it is.</source>
      <translation>サーバーはバックアップを始めましたが、ジョブが分かりません。</translation>
    </message>
    <message>
      <source>The server calls a backup {shown}: the name {why}.</source>
      <translation>サーバーのバックアップ名 {shown}:{why}。</translation>
    </message>
    <message>
      <source>The server cannot be reached</source>
      <translation>サーバーに接続できません</translation>
    </message>
    <message>
      <source>The server could not make the backup and does not say why.</source>
      <translation>サーバーはバックアップを作成できませんでした。理由は不明です。</translation>
    </message>
    <message>
      <source>The server could not read the backup</source>
      <translation>サーバーがバックアップを読めませんでした</translation>
    </message>
    <message>
      <source>The server did not accept this code.</source>
      <translation>サーバーがコードを受け付けませんでした。</translation>
    </message>
    <message>
      <source>The server did not finish it, and does not say why.</source>
      <translation>サーバーは完了できませんでした。理由は不明です。</translation>
    </message>
    <message>
      <source>The server did not take the backup in: {sentence}</source>
      <translation>サーバーがバックアップを受け付けませんでした:{sentence}</translation>
    </message>
    <message>
      <source>The server does not know this user name and password.</source>
      <translation>ユーザー名かパスワードが違います。</translation>
    </message>
    <message>
      <source>The server finished the backup but does not list it.</source>
      <translation>サーバーはバックアップを終えましたが、一覧にありません。</translation>
    </message>
    <message>
      <source>The server has no room for this backup.</source>
      <translation>サーバーにこのバックアップの空きがありません。</translation>
    </message>
    <message>
      <source>The server has switched this account off.</source>
      <translation>サーバーでこのアカウントは無効になっています。</translation>
    </message>
    <message>
      <source>The server is busy</source>
      <translation>サーバーが混み合っています</translation>
    </message>
    <message>
      <source>The server is busy, as a Kuroibara without the engine is while it packs.</source>
      <translation>サーバーは処理中です (エンジンなしの Kuroibara が圧縮しているときと同じです)。</translation>
    </message>
    <message>
      <source>The server refused</source>
      <translation>サーバーが拒否しました</translation>
    </message>
    <message>
      <source>The server reported a fault</source>
      <translation>サーバーでエラーが起きました</translation>
    </message>
    <message>
      <source>The server runs on this computer: if it is lost, so are the copies, unless the folder is on a drive that you take away.</source>
      <translation>サーバーはこのコンピューターで動いています。取り外せるドライブのフォルダーでない限り、コピーも一緒に失われます。</translation>
    </message>
    <message>
      <source>The server sends more bytes than the backup has.</source>
      <translation>サーバーがバックアップより多いデータを送っています。</translation>
    </message>
    <message>
      <source>The server shows another certificate than before</source>
      <translation>サーバーの証明書が以前と違います</translation>
    </message>
    <message>
      <source>The server stopped and does not say why.</source>
      <translation>サーバーが停止しました。理由は不明です。</translation>
    </message>
    <message>
      <source>The server stopped before the end.</source>
      <translation>サーバーが途中で止まりました。</translation>
    </message>
    <message>
      <source>The server took the backup in but does not list it.</source>
      <translation>サーバーはバックアップを受け取りましたが、一覧にありません。</translation>
    </message>
    <message>
      <source>The server wants your password once more for this.</source>
      <translation>この操作にはもう一度パスワードが必要です。</translation>
    </message>
    <message>
      <source>The server {host_of} is not set up on this computer any more.</source>
      <translation>サーバー {host_of} の設定はこのコンピューターにありません。</translation>
    </message>
    <message>
      <source>The server's certificate is not trusted</source>
      <translation>サーバーの証明書が信頼されていません</translation>
    </message>
    <message>
      <source>The server's clock is {by} ahead of this computer's.</source>
      <translation>サーバーの時計はこのコンピューターより {by} 進んでいます。</translation>
    </message>
    <message>
      <source>The server's clock is {by} behind this computer's.</source>
      <translation>サーバーの時計はこのコンピューターより {by} 遅れています。</translation>
    </message>
    <message>
      <source>The settings in {profile_file} cannot be read.</source>
      <translation>{profile_file} の設定を読めません。</translation>
    </message>
    <message>
      <source>The sign-in could not be written to {path}: {strerror}.</source>
      <translation>サインイン情報を {path} に書き込めませんでした:{strerror}。</translation>
    </message>
    <message>
      <source>The sign-in was refused</source>
      <translation>サインインが拒否されました</translation>
    </message>
    <message>
      <source>The tar header of {where} is damaged.</source>
      <translation>{where}の tar ヘッダーが破損しています。</translation>
    </message>
    <message>
      <source>The token file {path} cannot be read.</source>
      <translation>トークンファイル {path} を読めません。</translation>
    </message>
    <message>
      <source>The token file {path} holds no token.</source>
      <translation>トークンファイル {path} にトークンがありません。</translation>
    </message>
    <message>
      <source>The upload was not begun</source>
      <translation>アップロードを始めていません</translation>
    </message>
    <message>
      <source>The upload was not begun: a backup's name ends in .tar.gz.</source>
      <translation>アップロードを始めていません。バックアップの名前は .tar.gz で終わる必要があります。</translation>
    </message>
    <message>
      <source>The upload was not begun: there is already another backup of this name.</source>
      <translation>アップロードを始めていません。同じ名前の別のバックアップがあります。</translation>
    </message>
    <message>
      <source>The upload was not completed: not all of it is here.</source>
      <translation>アップロードを完了していません。まだすべて届いていません。</translation>
    </message>
    <message>
      <source>The upload was refused: it takes {size} bytes, but only {free} bytes of the server's backup disk are neither used nor promised.</source>
      <translation>アップロードを拒否しました。{size} バイト必要ですが、サーバーのバックアップ用ディスクで使えるのは {free} バイトです。</translation>
    </message>
    <message>
      <source>The upload was refused: unfinished uploads may take {most} bytes together.</source>
      <translation>アップロードを拒否しました。途中のアップロードは合計 {most} バイトまでです。</translation>
    </message>
    <message>
      <source>The value in line {number} holds what no header can.</source>
      <translation>{number} 行目の値にヘッダーで使えない文字があります。</translation>
    </message>
    <message>
      <source>There are no backups in the folders below {folder}.</source>
      <translation>{folder} の下のフォルダーにバックアップはありません。</translation>
    </message>
    <message>
      <source>There are {now} {word}; the newest verified backup has {then}. Has something been lost?</source>
      <translation>{word}:現在 {now}、最新の検証済みバックアップでは {then}。何か失われていませんか?</translation>
    </message>
    <message>
      <source>There is no backup with this id.</source>
      <translation>この ID のバックアップはありません。</translation>
    </message>
    <message>
      <source>There is no connection</source>
      <translation>接続がありません</translation>
    </message>
    <message>
      <source>There is no copy of this backup here to verify.</source>
      <translation>検証できるコピーがここにありません。</translation>
    </message>
    <message>
      <source>There is no device with this id.</source>
      <translation>この ID のデバイスはありません。</translation>
    </message>
    <message>
      <source>There is no file {name}.</source>
      <translation>ファイル {name} がありません。</translation>
    </message>
    <message>
      <source>There is no keyring</source>
      <translation>キーリングがありません</translation>
    </message>
    <message>
      <source>There is no open invitation with this id.</source>
      <translation>この ID の未使用の招待はありません。</translation>
    </message>
    <message>
      <source>There is no restore and no plan with this id.</source>
      <translation>この ID の復元や計画はありません。</translation>
    </message>
    <message>
      <source>There is no room for another copy</source>
      <translation>次のコピーの空きがありません</translation>
    </message>
    <message>
      <source>There is no such thing</source>
      <translation>見つかりません</translation>
    </message>
    <message>
      <source>There is no upload with this id.</source>
      <translation>この ID のアップロードはありません。</translation>
    </message>
    <message>
      <source>There is not enough space</source>
      <translation>空きが足りません</translation>
    </message>
    <message>
      <source>There is nothing to roll back.</source>
      <translation>元に戻せるものがありません。</translation>
    </message>
    <message>
      <source>There was no drill of this backup yet.</source>
      <translation>このバックアップの復元テストはまだ行われていません。</translation>
    </message>
    <message>
      <source>There were too many attempts</source>
      <translation>試行回数が多すぎます</translation>
    </message>
    <message>
      <source>These are more than {MOST} headers.</source>
      <translation>ヘッダーが {MOST} 個を超えています。</translation>
    </message>
    <message>
      <source>This account is switched off</source>
      <translation>このアカウントは無効です</translation>
    </message>
    <message>
      <source>This account may not make or fetch backups.</source>
      <translation>このアカウントではバックアップの作成や取得ができません。</translation>
    </message>
    <message>
      <source>This account may not take backups</source>
      <translation>このアカウントではバックアップを取得できません</translation>
    </message>
    <message>
      <source>This account may sign in, but not take backups here.</source>
      <translation>このアカウントはサインインできますが、バックアップは取得できません。</translation>
    </message>
    <message>
      <source>This backup cannot be copied yet</source>
      <translation>このバックアップはまだコピーできません</translation>
    </message>
    <message>
      <source>This backup is not on the server any more.</source>
      <translation>このバックアップはもうサーバーにありません。</translation>
    </message>
    <message>
      <source>This device may not {value} backups.</source>
      <translation>このデバイスにはバックアップの権限 ({value}) がありません。</translation>
    </message>
    <message>
      <source>This folder cannot hold the archive</source>
      <translation>このフォルダーは保存先にできません</translation>
    </message>
    <message>
      <source>This is Kuroibara without the backup engine. Its own restore tells neither whether it went well nor when it ended. On a server in use it usually never ends: nobody can sign in any more until whoever runs it restarts it and its database. Where it does end, it mixes the backup with what is there, and the library's files are moved aside first. Nothing can be undone from here. Better: put the backup engine beside the server, and restore with that.</source>
      <translation>バックアップエンジンのない Kuroibara です。本体の復元は、成功したかも終わったかも伝えません。使用中のサーバーでは通常終わらず、管理者が Kuroibara とデータベースを再起動するまで誰もサインインできなくなります。終わった場合も、バックアップと今の内容が混ざり、ライブラリのファイルは先に脇へ移されます。ここから取り消すことはできません。サーバーにバックアップエンジンを置いて復元することをおすすめします。</translation>
    </message>
    <message>
      <source>This is Kuroibara without the backup engine: it tells no checksums, no progress and no failures, and any account on it may take backups. If the engine runs beside it at an address of its own, use that one.</source>
      <translation>バックアップエンジンのない Kuroibara です。チェックサム、進捗、失敗を伝えず、どのアカウントでもバックアップを取得できます。エンジンが別のアドレスで動いている場合は、そちらを使ってください。</translation>
    </message>
    <message>
      <source>This is no SHA-256 fingerprint of a certificate.</source>
      <translation>証明書の SHA-256 フィンガープリントではありません。</translation>
    </message>
    <message>
      <source>This is not a backup</source>
      <translation>バックアップではありません</translation>
    </message>
    <message>
      <source>This is not allowed</source>
      <translation>許可されていません</translation>
    </message>
    <message>
      <source>This is not the address of a proxy.</source>
      <translation>プロキシのアドレスではありません。</translation>
    </message>
    <message>
      <source>This is the last good copy</source>
      <translation>最後の正常なコピーです</translation>
    </message>
    <message>
      <source>This restore is not in the journal any more.</source>
      <translation>この復元はジャーナルにありません。</translation>
    </message>
    <message>
      <source>This restore was never sent, so there is nothing to compare.</source>
      <translation>この復元は送信されていないため、比較するものがありません。</translation>
    </message>
    <message>
      <source>This restore was not begun.</source>
      <translation>この復元は始まっていません。</translation>
    </message>
    <message>
      <source>This server cannot tell which series a backup holds.</source>
      <translation>このサーバーは、バックアップに含まれるシリーズを知らせることができません。</translation>
    </message>
    <message>
      <source>This server is no longer set up.</source>
      <translation>このサーバーの設定はなくなりました。</translation>
    </message>
    <message>
      <source>This server runs without the backup engine: it tells no checksums, no progress and no failures. Every copy is therefore checked in full on this computer.</source>
      <translation>このサーバーにはバックアップエンジンがなく、チェックサム、進捗、失敗が分かりません。そのため、コピーはすべてこのコンピューターで完全に検証します。</translation>
    </message>
    <message>
      <source>This ticket is not one of this restore.</source>
      <translation>このチケットはこの復元のものではありません。</translation>
    </message>
    <message>
      <source>This transfer is no longer in the list.</source>
      <translation>この転送は一覧にありません。</translation>
    </message>
    <message>
      <source>This was not begun: a backup is being made, or a restore is under way.</source>
      <translation>始めていません。バックアップの作成か復元が実行中です。</translation>
    </message>
    <message>
      <source>To make room, backups that are no longer kept went first: {join}.</source>
      <translation>空きを作るため、保持しなくてよいバックアップを先に削除しました:{join}。</translation>
    </message>
    <message>
      <source>Try again in a minute.</source>
      <translation>1 分ほど待って、もう一度試してください。</translation>
    </message>
    <message>
      <source>Try again.</source>
      <translation>もう一度試してください。</translation>
    </message>
    <message>
      <source>Try again; if it happens again, the server's own log says more.</source>
      <translation>もう一度試してください。繰り返す場合は、サーバーのログを確認してください。</translation>
    </message>
    <message>
      <source>Try the passphrase again; without it, remove the file and sign in anew.</source>
      <translation>パスフレーズをもう一度試してください。分からない場合は、ファイルを削除してサインインし直してください。</translation>
    </message>
    <message>
      <source>Two tries brought the very same bytes: {filename} is damaged on the server.</source>
      <translation>2 回とも同じデータでした。サーバーの {filename} が破損しています。</translation>
    </message>
    <message>
      <source>Two tries brought wrong bytes: something on the way or here changes them.</source>
      <translation>2 回とも誤ったデータでした。途中かこのコンピューターで変化しています。</translation>
    </message>
    <message>
      <source>Type an http:// or https:// proxy, or leave it empty.</source>
      <translation>http:// か https:// のプロキシを入力するか、空欄にしてください。</translation>
    </message>
    <message>
      <source>Type it again; a terminal set to another encoding can spoil what is typed.</source>
      <translation>もう一度入力してください。端末の文字コードが違うと入力が壊れることがあります。</translation>
    </message>
    <message>
      <source>Type it as http://proxy.example.net:3128, or leave it empty.</source>
      <translation>http://proxy.example.net:3128 のように入力するか、空欄にしてください。</translation>
    </message>
    <message>
      <source>Type the address alone; you are asked for the password afterwards.</source>
      <translation>アドレスだけを入力してください。パスワードは後で尋ねます。</translation>
    </message>
    <message>
      <source>Type the passphrase that you sealed it with.</source>
      <translation>保護に使ったパスフレーズを入力してください。</translation>
    </message>
    <message>
      <source>Type the six digits that your authenticator app shows for this server.</source>
      <translation>認証アプリに表示されるこのサーバーの 6 桁の数字を入力してください。</translation>
    </message>
    <message>
      <source>Type your password; it is good for five minutes of this one deed.</source>
      <translation>パスワードを入力してください。この操作に 5 分間だけ有効です。</translation>
    </message>
    <message>
      <source>Type {server_name} exactly.</source>
      <translation>{server_name} と正確に入力してください。</translation>
    </message>
    <message>
      <source>Unlock the keyring of your desktop (often your log-in password) and try again.</source>
      <translation>デスクトップのキーリングのロックを解除し (多くはログインパスワード)、もう一度試してください。</translation>
    </message>
    <message>
      <source>Update this app: it sends more at once than the server takes.</source>
      <translation>このアプリを更新してください。一度に送る量がサーバーの上限を超えています。</translation>
    </message>
    <message>
      <source>Update this program.</source>
      <translation>このプログラムを更新してください。</translation>
    </message>
    <message>
      <source>Use 1 or more, or null to keep them for ever.</source>
      <translation>1 以上、またはずっと残す場合は null を指定してください。</translation>
    </message>
    <message>
      <source>Use a filename from the list of backups.</source>
      <translation>バックアップの一覧にあるファイル名を使ってください。</translation>
    </message>
    <message>
      <source>Use another copy of this backup.</source>
      <translation>このバックアップの別のコピーを使ってください。</translation>
    </message>
    <message>
      <source>Use another copy of this backup. What is undamaged can still be taken out with `extract`.</source>
      <translation>このバックアップの別のコピーを使ってください。破損していない部分は `extract` で取り出せます。</translation>
    </message>
    <message>
      <source>Use that version, or move the file away: it is begun anew.</source>
      <translation>そのバージョンを使うか、ファイルを移動してください。新しく作られます。</translation>
    </message>
    <message>
      <source>Use that version, or move the file away: it is made anew.</source>
      <translation>そのバージョンを使うか、ファイルを移動してください。作り直されます。</translation>
    </message>
    <message>
      <source>Use the keyring of this computer, or a file without a passphrase.</source>
      <translation>このコンピューターのキーリングか、パスフレーズなしのファイルを使ってください。</translation>
    </message>
    <message>
      <source>Use the ticket that the restore's confirmation answered with, or sign in as an administrator.</source>
      <translation>復元の確認時に得たチケットを使うか、管理者としてサインインしてください。</translation>
    </message>
    <message>
      <source>Verify it (`kuroibara-desktop verify --repair`), then move once more.</source>
      <translation>検証してから (`kuroibara-desktop verify --repair`)、もう一度移動してください。</translation>
    </message>
    <message>
      <source>Verify it again.</source>
      <translation>もう一度検証してください。</translation>
    </message>
    <message>
      <source>Verify the backup in full: it can be checked without this file.</source>
      <translation>バックアップを完全に検証してください。このファイルがなくても検証できます。</translation>
    </message>
    <message>
      <source>Wait a little and try again.</source>
      <translation>少し待って、もう一度試してください。</translation>
    </message>
    <message>
      <source>Wait for the next code and type it at once; the clock of your phone must be right.</source>
      <translation>次のコードを待って、すぐに入力してください。スマートフォンの時計が合っている必要があります。</translation>
    </message>
    <message>
      <source>Wait for the next code; check that both clocks are right.</source>
      <translation>次のコードを待ち、両方の時計が合っているか確認してください。</translation>
    </message>
    <message>
      <source>Wait until it has ended.</source>
      <translation>終わるまで待ってください。</translation>
    </message>
    <message>
      <source>Wait until nothing writes to the file any more, then begin again.</source>
      <translation>ファイルへの書き込みが終わるのを待って、やり直してください。</translation>
    </message>
    <message>
      <source>Wait until that has ended, then try again.</source>
      <translation>終わるのを待って、もう一度試してください。</translation>
    </message>
    <message>
      <source>Wait until the other window or command has finished, then try again.</source>
      <translation>別のウィンドウかコマンドが終わるのを待って、もう一度試してください。</translation>
    </message>
    <message>
      <source>Wait until the server has finished it, then try again.</source>
      <translation>サーバーが終えるのを待って、もう一度試してください。</translation>
    </message>
    <message>
      <source>What arrived is damaged: {told}</source>
      <translation>届いたデータが破損しています:{told}</translation>
    </message>
    <message>
      <source>What lies between the two ends: a quick look does not read it.</source>
      <translation>両端の間の内容 (簡易確認では読みません)。</translation>
    </message>
    <message>
      <source>What was given holds characters that cannot be sent to {host}.</source>
      <translation>入力に {host} へ送れない文字が含まれています。</translation>
    </message>
    <message>
      <source>What {links} links point to: links are kept out of what is taken out.</source>
      <translation>{links} 件のリンクの参照先 (リンクは取り出されません)。</translation>
    </message>
    <message>
      <source>Which files are hit: without a readable index they cannot be told apart.</source>
      <translation>どのファイルが影響を受けたか (索引が読めないため区別できません)。</translation>
    </message>
    <message>
      <source>Whoever runs the server must raise the limit of the proxy before it (`client_max_body_size` in nginx).</source>
      <translation>サーバーの管理者が、手前のプロキシの上限を引き上げる必要があります (nginx の `client_max_body_size`)。</translation>
    </message>
    <message>
      <source>Write each as Name: value.</source>
      <translation>それぞれ「名前: 値」の形で書いてください。</translation>
    </message>
    <message>
      <source>Write less.</source>
      <translation>短くしてください。</translation>
    </message>
    <message>
      <source>You are not signed in</source>
      <translation>サインインしていません</translation>
    </message>
    <message>
      <source>You are not signed in.</source>
      <translation>サインインしていません。</translation>
    </message>
    <message>
      <source>You are signed out of this server.</source>
      <translation>このサーバーからサインアウトしています。</translation>
    </message>
    <message>
      <source>You may sign in but not take backups here.</source>
      <translation>サインインはできますが、バックアップは取得できません。</translation>
    </message>
    <message>
      <source>Your choice was not kept: {file_of} cannot be written ({strerror}).</source>
      <translation>設定を保存できませんでした:{file_of} に書き込めません ({strerror})。</translation>
    </message>
    <message>
      <source>Your keyring is locked, and it was not unlocked.</source>
      <translation>キーリングがロックされたままです。</translation>
    </message>
    <message>
      <source>Your keyring refused to keep or give the sign-in.</source>
      <translation>キーリングがサインイン情報の保存または読み出しを拒否しました。</translation>
    </message>
    <message>
      <source>Your sign-in has run out or was withdrawn.</source>
      <translation>サインインの期限が切れたか、取り消されました。</translation>
    </message>
    <message>
      <source>Your sign-in has run out, and the password that was kept no longer does.</source>
      <translation>サインインの期限が切れ、保存されたパスワードも使えなくなりました。</translation>
    </message>
    <message>
      <source>Your sign-in has run out.</source>
      <translation>サインインの期限が切れました。</translation>
    </message>
    <message>
      <source>Your sign-in is sealed</source>
      <translation>サインイン情報は保護されています</translation>
    </message>
    <message>
      <source>a computer</source>
      <translation>コンピューター</translation>
    </message>
    <message>
      <source>a footer has {FOOTER_LENGTH} bytes, not {count}</source>
      <translation>フッターは {FOOTER_LENGTH} バイトですが、{count} バイトです</translation>
    </message>
    <message>
      <source>a group holds what cannot be in a group</source>
      <translation>グループに含められないものがあります</translation>
    </message>
    <message>
      <source>a header holds no number where one must be</source>
      <translation>ヘッダーの必要な数値がありません</translation>
    </message>
    <message>
      <source>a header's checksum is wrong</source>
      <translation>ヘッダーのチェックサムが違います</translation>
    </message>
    <message>
      <source>a line of the index is not JSON</source>
      <translation>索引の行が JSON ではありません</translation>
    </message>
    <message>
      <source>a line of the index is not an object</source>
      <translation>索引の行がオブジェクトではありません</translation>
    </message>
    <message>
      <source>a line of the index is not written as the format demands</source>
      <translation>索引の行が形式どおりではありません</translation>
    </message>
    <message>
      <source>a line of the index is out of place</source>
      <translation>索引の行の位置が違います</translation>
    </message>
    <message>
      <source>a line of the index is too long</source>
      <translation>索引の行が長すぎます</translation>
    </message>
    <message>
      <source>a line of the index lacks a field or holds a wrong one</source>
      <translation>索引の行に項目が足りないか誤りがあります</translation>
    </message>
    <message>
      <source>a member of the index holds more than the format allows</source>
      <translation>索引の一部が形式の上限を超えています</translation>
    </message>
    <message>
      <source>a member of the index is longer than the file</source>
      <translation>索引の一部がファイルより長くなっています</translation>
    </message>
    <message>
      <source>a proxy before {host}</source>
      <translation>{host} の手前のプロキシ</translation>
    </message>
    <message>
      <source>a size is negative</source>
      <translation>サイズが負の値です</translation>
    </message>
    <message>
      <source>an extension header holds no number</source>
      <translation>拡張ヘッダーに数値がありません</translation>
    </message>
    <message>
      <source>an extension header is too long</source>
      <translation>拡張ヘッダーが長すぎます</translation>
    </message>
    <message>
      <source>an extension header makes no sense</source>
      <translation>拡張ヘッダーが不正です</translation>
    </message>
    <message>
      <source>another address</source>
      <translation>別のアドレス</translation>
    </message>
    <message>
      <source>applying the rules</source>
      <translation>ルールの適用</translation>
    </message>
    <message>
      <source>are missing from</source>
      <translation>が欠けています</translation>
    </message>
    <message>
      <source>ask the server</source>
      <translation>サーバーへの問い合わせ</translation>
    </message>
    <message>
      <source>asking for a backup</source>
      <translation>バックアップの依頼</translation>
    </message>
    <message>
      <source>asking for a check</source>
      <translation>検証の依頼</translation>
    </message>
    <message>
      <source>asking for a recovery</source>
      <translation>復旧の依頼</translation>
    </message>
    <message>
      <source>asking for a rehearsal</source>
      <translation>復元テストの依頼</translation>
    </message>
    <message>
      <source>asking for the plan</source>
      <translation>計画の取得</translation>
    </message>
    <message>
      <source>asking for {what}</source>
      <translation>{what}の取得</translation>
    </message>
    <message>
      <source>asking the server</source>
      <translation>サーバーへの問い合わせ</translation>
    </message>
    <message>
      <source>asking to keep the backup</source>
      <translation>バックアップ保持の依頼</translation>
    </message>
    <message>
      <source>asking what is there</source>
      <translation>接続先の確認</translation>
    </message>
    <message>
      <source>asking what the rules would do</source>
      <translation>ルールの効果の確認</translation>
    </message>
    <message>
      <source>beginning the restore</source>
      <translation>復元の開始</translation>
    </message>
    <message>
      <source>beginning the upload</source>
      <translation>アップロードの開始</translation>
    </message>
    <message>
      <source>beyond the newest {of}</source>
      <translation>最新の {of} に入らない</translation>
    </message>
    <message>
      <source>bytes in the library</source>
      <translation>ライブラリのバイト数</translation>
    </message>
    <message>
      <source>cancelling the job</source>
      <translation>ジョブのキャンセル</translation>
    </message>
    <message>
      <source>cancelling the restore</source>
      <translation>復元のキャンセル</translation>
    </message>
    <message>
      <source>carries no marker, so it is not your archive</source>
      <translation>マーカーがないため、あなたの保存先ではありません</translation>
    </message>
    <message>
      <source>changing the retention rules</source>
      <translation>保持ルールの変更</translation>
    </message>
    <message>
      <source>changing the schedule</source>
      <translation>スケジュールの変更</translation>
    </message>
    <message>
      <source>checking the password</source>
      <translation>パスワードの確認</translation>
    </message>
    <message>
      <source>checksum file</source>
      <translation>チェックサムファイル</translation>
    </message>
    <message>
      <source>copying to the new folder</source>
      <translation>新しいフォルダーへのコピー</translation>
    </message>
    <message>
      <source>copying to the other place</source>
      <translation>別の場所へのコピー</translation>
    </message>
    <message>
      <source>database.sql is damaged between its bytes {start} and {end}.</source>
      <translation>database.sql の {start}〜{end} バイトが破損しています。</translation>
    </message>
    <message>
      <source>deleting the backup</source>
      <translation>バックアップの削除</translation>
    </message>
    <message>
      <source>does not belong there</source>
      <translation>あるべきでないものです</translation>
    </message>
    <message>
      <source>does not end in {ENDING}</source>
      <translation>{ENDING} で終わっていません</translation>
    </message>
    <message>
      <source>ending the upload</source>
      <translation>アップロードの終了</translation>
    </message>
    <message>
      <source>ends in a dot or a space</source>
      <translation>ドットか空白で終わっています</translation>
    </message>
    <message>
      <source>files in the library</source>
      <translation>ライブラリのファイル数</translation>
    </message>
    <message>
      <source>handing in the invitation</source>
      <translation>招待コードの使用</translation>
    </message>
    <message>
      <source>has a longer or deeper path than is allowed</source>
      <translation>パスが長すぎるか深すぎます</translation>
    </message>
    <message>
      <source>has a name longer than file systems hold</source>
      <translation>名前が長すぎます</translation>
    </message>
    <message>
      <source>holds a zero byte</source>
      <translation>ヌルバイトが含まれています</translation>
    </message>
    <message>
      <source>holds characters that cannot be seen</source>
      <translation>見えない文字が含まれています</translation>
    </message>
    <message>
      <source>in KWallet</source>
      <translation>KWallet</translation>
    </message>
    <message>
      <source>in the Credential Manager of Windows</source>
      <translation>Windows の資格情報マネージャー</translation>
    </message>
    <message>
      <source>in the Keychain of this Mac</source>
      <translation>この Mac のキーチェーン</translation>
    </message>
    <message>
      <source>in the file {path}</source>
      <translation>ファイル {path}</translation>
    </message>
    <message>
      <source>in the file {path}, sealed with your passphrase</source>
      <translation>ファイル {path} (パスフレーズで保護)</translation>
    </message>
    <message>
      <source>in the keyring</source>
      <translation>キーリング</translation>
    </message>
    <message>
      <source>in the keyring of your desktop</source>
      <translation>デスクトップのキーリング</translation>
    </message>
    <message>
      <source>is an absolute path</source>
      <translation>絶対パスです</translation>
    </message>
    <message>
      <source>is not there</source>
      <translation>見つかりません</translation>
    </message>
    <message>
      <source>is there twice, or differs in case or accents only</source>
      <translation>重複しているか、大文字小文字やアクセントだけが違います</translation>
    </message>
    <message>
      <source>is too long</source>
      <translation>長すぎます</translation>
    </message>
    <message>
      <source>it cannot be read back: {strerror}</source>
      <translation>読み直せません:{strerror}</translation>
    </message>
    <message>
      <source>it failed</source>
      <translation>失敗しました</translation>
    </message>
    <message>
      <source>it is being fetched</source>
      <translation>取得中です</translation>
    </message>
    <message>
      <source>it is damaged</source>
      <translation>破損しています</translation>
    </message>
    <message>
      <source>it is damaged and counts for nothing: look at it</source>
      <translation>破損しており、数に入りません。確認してください</translation>
    </message>
    <message>
      <source>it is damaged and counts for nothing; look at it</source>
      <translation>破損しており、数に入りません。確認してください</translation>
    </message>
    <message>
      <source>it is gone from the disk</source>
      <translation>ディスクからなくなっています</translation>
    </message>
    <message>
      <source>it is more than a day old</source>
      <translation>1 日以上たっています</translation>
    </message>
    <message>
      <source>it is no tar.</source>
      <translation>tar ではありません。</translation>
    </message>
    <message>
      <source>it is not verified yet, and does not count</source>
      <translation>未検証のため、数に入りません</translation>
    </message>
    <message>
      <source>it is not verified yet: `adopt` verifies it</source>
      <translation>未検証です。`adopt` で検証できます</translation>
    </message>
    <message>
      <source>it is suspect, and does not count: look at it</source>
      <translation>要確認のため、数に入りません。確認してください</translation>
    </message>
    <message>
      <source>it is suspect: accept it or remove it</source>
      <translation>要確認です。承認するか削除してください</translation>
    </message>
    <message>
      <source>it was not made by this engine; `adopt` takes it over</source>
      <translation>このエンジンが作成したものではありません。`adopt` で引き継げます</translation>
    </message>
    <message>
      <source>it was used already</source>
      <translation>使用済みです</translation>
    </message>
    <message>
      <source>its API</source>
      <translation>API</translation>
    </message>
    <message>
      <source>its answer</source>
      <translation>応答</translation>
    </message>
    <message>
      <source>its bytes {start} and {value}</source>
      <translation>{start} バイト目と {value} バイト目</translation>
    </message>
    <message>
      <source>its checksum is wrong</source>
      <translation>チェックサムが違います</translation>
    </message>
    <message>
      <source>its compressed data make no sense</source>
      <translation>圧縮データが不正です</translation>
    </message>
    <message>
      <source>its description</source>
      <translation>説明</translation>
    </message>
    <message>
      <source>its entries are not in order, or one is there twice</source>
      <translation>項目の順序が違うか、重複しています</translation>
    </message>
    <message>
      <source>its first entry is {name}.</source>
      <translation>最初の項目が {name} です。</translation>
    </message>
    <message>
      <source>its gzip header has no end</source>
      <translation>gzip ヘッダーが終わっていません</translation>
    </message>
    <message>
      <source>its padding is not zero</source>
      <translation>パディングがゼロではありません</translation>
    </message>
    <message>
      <source>its time lies in the future: a clock was wrong</source>
      <translation>時刻が未来です。どこかの時計がずれていました</translation>
    </message>
    <message>
      <source>leads through an empty, `.` or `..` component</source>
      <translation>空、`.`、`..` を含むパスです</translation>
    </message>
    <message>
      <source>lies outside of storage/</source>
      <translation>storage/ の外にあります</translation>
    </message>
    <message>
      <source>looking through the archive</source>
      <translation>保存先の確認</translation>
    </message>
    <message>
      <source>made by hand</source>
      <translation>手動で作成</translation>
    </message>
    <message>
      <source>made by hand, and there is room</source>
      <translation>手動で作成され、空きがあります</translation>
    </message>
    <message>
      <source>making an invitation</source>
      <translation>招待の作成</translation>
    </message>
    <message>
      <source>making the copy</source>
      <translation>コピーの作成</translation>
    </message>
    <message>
      <source>making the device</source>
      <translation>デバイスの作成</translation>
    </message>
    <message>
      <source>means a device on some systems</source>
      <translation>一部のシステムではデバイスを表します</translation>
    </message>
    <message>
      <source>more than {of}, and it is the oldest</source>
      <translation>{of} を超え、最も古いものです</translation>
    </message>
    <message>
      <source>no rows</source>
      <translation>0 行</translation>
    </message>
    <message>
      <source>nobody knows when it was made</source>
      <translation>作成日時が分かりません</translation>
    </message>
    <message>
      <source>nothing is removed before you say whether the server still holds the same library</source>
      <translation>サーバーが同じライブラリかお答えいただくまで、何も削除しません</translation>
    </message>
    <message>
      <source>noting the decision</source>
      <translation>判断の記録</translation>
    </message>
    <message>
      <source>noting the result</source>
      <translation>結果の記録</translation>
    </message>
    <message>
      <source>noting what you decided</source>
      <translation>判断の記録</translation>
    </message>
    <message>
      <source>of this system</source>
      <translation>このシステムのもの</translation>
    </message>
    <message>
      <source>one copy here</source>
      <translation>ここのコピー 1 件</translation>
    </message>
    <message>
      <source>one zero block stands alone</source>
      <translation>ゼロブロックが 1 つだけあります</translation>
    </message>
    <message>
      <source>opening the download</source>
      <translation>ダウンロードの開始</translation>
    </message>
    <message>
      <source>putting the copy in place</source>
      <translation>コピーの配置</translation>
    </message>
    <message>
      <source>reading back</source>
      <translation>読み直し</translation>
    </message>
    <message>
      <source>reading progress entries</source>
      <translation>進捗の件数</translation>
    </message>
    <message>
      <source>removing a copy</source>
      <translation>コピーの削除</translation>
    </message>
    <message>
      <source>removing the old copies</source>
      <translation>古いコピーの削除</translation>
    </message>
    <message>
      <source>removing the upload</source>
      <translation>アップロードの削除</translation>
    </message>
    <message>
      <source>renewing the sign-in</source>
      <translation>サインインの更新</translation>
    </message>
    <message>
      <source>retention is switched off</source>
      <translation>保持ルールは無効です</translation>
    </message>
    <message>
      <source>revoking the device</source>
      <translation>デバイスの取り消し</translation>
    </message>
    <message>
      <source>rolling back</source>
      <translation>元に戻す処理</translation>
    </message>
    <message>
      <source>sending the backup</source>
      <translation>バックアップの送信</translation>
    </message>
    <message>
      <source>setting the damaged copy aside</source>
      <translation>破損したコピーの隔離</translation>
    </message>
    <message>
      <source>setting up the archive</source>
      <translation>保存先の準備</translation>
    </message>
    <message>
      <source>setting up the new folder</source>
      <translation>新しいフォルダーの準備</translation>
    </message>
    <message>
      <source>setting up the server's folder</source>
      <translation>サーバーのフォルダーの準備</translation>
    </message>
    <message>
      <source>signing in</source>
      <translation>サインイン</translation>
    </message>
    <message>
      <source>signing out</source>
      <translation>サインアウト</translation>
    </message>
    <message>
      <source>something follows its end</source>
      <translation>終わりの後に余分なものがあります</translation>
    </message>
    <message>
      <source>storage/{name} is not right: {why}.</source>
      <translation>storage/{name} が正しくありません:{why}。</translation>
    </message>
    <message>
      <source>switching to the new folder</source>
      <translation>新しいフォルダーへの切り替え</translation>
    </message>
    <message>
      <source>the bytes of the footer do not agree with each other</source>
      <translation>フッターのバイトが矛盾しています</translation>
    </message>
    <message>
      <source>the chunks of the library do not add up</source>
      <translation>ライブラリの断片の合計が合いません</translation>
    </message>
    <message>
      <source>the copy</source>
      <translation>コピー</translation>
    </message>
    <message>
      <source>the counts in the header of the index are not those of its lines</source>
      <translation>索引のヘッダーの数が行と合いません</translation>
    </message>
    <message>
      <source>the devices</source>
      <translation>デバイス</translation>
    </message>
    <message>
      <source>the drive</source>
      <translation>ドライブ</translation>
    </message>
    <message>
      <source>the end of the file</source>
      <translation>ファイルの終わり</translation>
    </message>
    <message>
      <source>the end of the library's tar</source>
      <translation>ライブラリの tar の終わり</translation>
    </message>
    <message>
      <source>the end of the tar</source>
      <translation>tar の終わり</translation>
    </message>
    <message>
      <source>the figures</source>
      <translation>数値</translation>
    </message>
    <message>
      <source>the file</source>
      <translation>ファイル</translation>
    </message>
    <message>
      <source>the file as a whole</source>
      <translation>ファイル全体</translation>
    </message>
    <message>
      <source>the file is shorter than a footer</source>
      <translation>ファイルがフッターより短くなっています</translation>
    </message>
    <message>
      <source>the footer</source>
      <translation>フッター</translation>
    </message>
    <message>
      <source>the footer tells of members longer than the file</source>
      <translation>フッターの示す部分がファイルより長くなっています</translation>
    </message>
    <message>
      <source>the frame around the files from {first} to {last}</source>
      <translation>{first} から {last} までの外枠</translation>
    </message>
    <message>
      <source>the header of the index is not its first line, or not its only one</source>
      <translation>索引のヘッダーが先頭にないか、複数あります</translation>
    </message>
    <message>
      <source>the index</source>
      <translation>索引</translation>
    </message>
    <message>
      <source>the index does not begin with its header</source>
      <translation>索引がヘッダーで始まっていません</translation>
    </message>
    <message>
      <source>the index does not end with a line's end</source>
      <translation>索引が改行で終わっていません</translation>
    </message>
    <message>
      <source>the index ends inside a group</source>
      <translation>索引がグループの途中で終わっています</translation>
    </message>
    <message>
      <source>the index is empty</source>
      <translation>索引が空です</translation>
    </message>
    <message>
      <source>the job</source>
      <translation>ジョブ</translation>
    </message>
    <message>
      <source>the last rehearsal</source>
      <translation>前回の復元テスト</translation>
    </message>
    <message>
      <source>the list of backups</source>
      <translation>バックアップの一覧</translation>
    </message>
    <message>
      <source>the list of series</source>
      <translation>シリーズの一覧</translation>
    </message>
    <message>
      <source>the members of SQL do not add up</source>
      <translation>SQL の部分の合計が合いません</translation>
    </message>
    <message>
      <source>the newest of {word} {period}, number {count}</source>
      <translation>{word} {period} の最新、{count} 番目</translation>
    </message>
    <message>
      <source>the newest verified full backup</source>
      <translation>最新の検証済み完全バックアップ</translation>
    </message>
    <message>
      <source>the newest verified full one</source>
      <translation>最新の検証済み完全コピー</translation>
    </message>
    <message>
      <source>the newest verified one</source>
      <translation>最新の検証済みコピー</translation>
    </message>
    <message>
      <source>the newest verified {value} backup</source>
      <translation>最新の検証済みバックアップ ({value})</translation>
    </message>
    <message>
      <source>the orphans</source>
      <translation>孤立したバックアップ</translation>
    </message>
    <message>
      <source>the preview</source>
      <translation>プレビュー</translation>
    </message>
    <message>
      <source>the rest of the file</source>
      <translation>ファイルの残り</translation>
    </message>
    <message>
      <source>the restore</source>
      <translation>復元</translation>
    </message>
    <message>
      <source>the restore cannot be undone any more</source>
      <translation>復元はもう元に戻せません</translation>
    </message>
    <message>
      <source>the restore's plan</source>
      <translation>復元の計画</translation>
    </message>
    <message>
      <source>the restores</source>
      <translation>復元の一覧</translation>
    </message>
    <message>
      <source>the retention rules</source>
      <translation>保持ルール</translation>
    </message>
    <message>
      <source>the schedule</source>
      <translation>スケジュール</translation>
    </message>
    <message>
      <source>the sign-in</source>
      <translation>サインイン</translation>
    </message>
    <message>
      <source>the tar header of backup_metadata.json</source>
      <translation>backup_metadata.json の tar ヘッダー</translation>
    </message>
    <message>
      <source>the tar header of the index</source>
      <translation>索引の tar ヘッダー</translation>
    </message>
    <message>
      <source>the upload</source>
      <translation>アップロード</translation>
    </message>
    <message>
      <source>the way back from a restore</source>
      <translation>復元から元に戻すためのもの</translation>
    </message>
    <message>
      <source>there are more than {of}, but none that may go</source>
      <translation>{of} を超えますが、削除できるものがありません</translation>
    </message>
    <message>
      <source>there is no gzip header where one must be</source>
      <translation>必要な gzip ヘッダーがありません</translation>
    </message>
    <message>
      <source>there is no such folder</source>
      <translation>フォルダーがありません</translation>
    </message>
    <message>
      <source>there is room for it</source>
      <translation>空きがあります</translation>
    </message>
    <message>
      <source>tidying up</source>
      <translation>後片付け</translation>
    </message>
    <message>
      <source>way to {address}</source>
      <translation>{address} への経路</translation>
    </message>
    <message>
      <source>were put into</source>
      <translation>が挿入されています</translation>
    </message>
    <message>
      <source>what it took in</source>
      <translation>受け取ったもの</translation>
    </message>
    <message>
      <source>what the engine can do</source>
      <translation>エンジンの機能</translation>
    </message>
    <message>
      <source>what was read back from the disk is something else</source>
      <translation>ディスクから読み直した内容が違います</translation>
    </message>
    <message>
      <source>what was read is not what the index says</source>
      <translation>読んだ内容が索引と違います</translation>
    </message>
    <message>
      <source>what was recovered</source>
      <translation>復旧したもの</translation>
    </message>
    <message>
      <source>withdrawing the invitation</source>
      <translation>招待の取り消し</translation>
    </message>
    <message>
      <source>would be hidden</source>
      <translation>隠しファイルになります</translation>
    </message>
    <message>
      <source>would lead into another folder</source>
      <translation>別のフォルダーに出てしまいます</translation>
    </message>
    <message>
      <source>writing the page that explains the archive</source>
      <translation>保存先の説明ページの書き込み</translation>
    </message>
    <message>
      <source>your account</source>
      <translation>アカウント</translation>
    </message>
    <message>
      <source>{NAME} does not have the SHA-256 that was recorded.</source>
      <translation>{NAME} の SHA-256 が記録と違います。</translation>
    </message>
    <message>
      <source>{NAME} has {_counted} of table {table}, but {_counted2} were counted when the backup was made.</source>
      <translation>{NAME} のテーブル {table} は {_counted} ですが、作成時は {_counted2} でした。</translation>
    </message>
    <message>
      <source>{NAME} has {size} bytes, but {database_size} were recorded.</source>
      <translation>{NAME} は {size} バイトですが、記録では {database_size} バイトです。</translation>
    </message>
    <message>
      <source>{STORAGE} is not what the metadata say: its size differs, or it lacks.</source>
      <translation>{STORAGE} がメタデータと違います (サイズが違うか、ありません)。</translation>
    </message>
    <message>
      <source>{abs} bytes {what} the middle of the file; everything behind that place is reported as damaged, but can still be taken out.</source>
      <translation>ファイルの途中で {abs} バイト{what}。それより後は破損と報告されますが、取り出すことはできます。</translation>
    </message>
    <message>
      <source>{asked} cannot be looked into: {why}.</source>
      <translation>{asked} を確認できません:{why}。</translation>
    </message>
    <message>
      <source>{count} copies go, which frees {size}.</source>
      <translation>コピー {count} 件を削除し、{size} が空きます。</translation>
    </message>
    <message>
      <source>{count} copies here</source>
      <translation>ここのコピー {count} 件</translation>
    </message>
    <message>
      <source>{count} copy goes, which frees {size}.</source>
      <translation>コピー {count} 件を削除し、{size} が空きます。</translation>
    </message>
    <message>
      <source>{count} files that vanished or shrank while the backup was made; zeros stand in their place: {names}.</source>
      <translation>作成中に消えたか縮んだファイル {count} 件 (ゼロで埋めています):{names}。</translation>
    </message>
    <message>
      <source>{count} of the {named} files that the database names are not in the library folder.</source>
      <translation>データベースにある {named} 件のうち {count} 件がライブラリのフォルダーにありません。</translation>
    </message>
    <message>
      <source>{extra} bytes follow the end of the backup.</source>
      <translation>バックアップの終わりの後に {extra} バイトあります。</translation>
    </message>
    <message>
      <source>{extra} bytes follow the footer.</source>
      <translation>フッターの後に {extra} バイトあります。</translation>
    </message>
    <message>
      <source>{failure} It is fetched once more.</source>
      <translation>{failure} もう一度取得します。</translation>
    </message>
    <message>
      <source>{failure} Perhaps the server is still writing it: it is looked at once more.</source>
      <translation>{failure} サーバーがまだ作成中かもしれません。もう一度確認します。</translation>
    </message>
    <message>
      <source>{failure} The server read its own file again: {filename} is damaged on the server. Nothing was put into the archive.</source>
      <translation>{failure} サーバーが自分のファイルを読み直しました:サーバーの {filename} が破損しています。保存先には何も入れていません。</translation>
    </message>
    <message>
      <source>{failure} {why} Nothing was put into the archive.</source>
      <translation>{failure} {why} 保存先には何も入れていません。</translation>
    </message>
    <message>
      <source>{filename} has {size}, but the drive with your archive has only {size2} left, and the copies on it must stay.</source>
      <translation>{filename} は {size} ですが、保存先のドライブの空きは {size2} で、今あるコピーは残す必要があります。</translation>
    </message>
    <message>
      <source>{filename} is damaged on the server, so it was not copied.</source>
      <translation>サーバーの {filename} が破損しているため、コピーしていません。</translation>
    </message>
    <message>
      <source>{filename} is damaged. {first}</source>
      <translation>{filename} が破損しています。{first}</translation>
    </message>
    <message>
      <source>{filename} is no longer on the server.</source>
      <translation>{filename} はサーバーにありません。</translation>
    </message>
    <message>
      <source>{filename} is still being written on the server, so it was not copied yet.</source>
      <translation>サーバーで {filename} を作成中のため、まだコピーしていません。</translation>
    </message>
    <message>
      <source>{filename} is still being written on the server.</source>
      <translation>サーバーで {filename} を作成中です。</translation>
    </message>
    <message>
      <source>{filename} was not read: it is still being written.</source>
      <translation>{filename} を読んでいません。まだ作成中です。</translation>
    </message>
    <message>
      <source>{filename} was not verified: it was replaced meanwhile.</source>
      <translation>{filename} を検証していません。途中で置き換えられました。</translation>
    </message>
    <message>
      <source>{folder} is a file, not a folder.</source>
      <translation>{folder} はフォルダーではなくファイルです。</translation>
    </message>
    <message>
      <source>{host_of} no longer answers by https, and was not asked without.</source>
      <translation>{host_of} が https で応答しなくなりました。https なしでは問い合わせていません。</translation>
    </message>
    <message>
      <source>{host} answered {status} where a Kuroibara server would have answered.</source>
      <translation>{host} が {status} を返しました。Kuroibara サーバーの応答ではありません。</translation>
    </message>
    <message>
      <source>{host} answered: {_sentence}</source>
      <translation>{host} の応答:{_sentence}</translation>
    </message>
    <message>
      <source>{host} answers, but not as a Kuroibara server does.</source>
      <translation>{host} は応答しますが、Kuroibara サーバーではありません。</translation>
    </message>
    <message>
      <source>{host} asks to wait: {_sentence}</source>
      <translation>{host} が待機を求めています:{_sentence}</translation>
    </message>
    <message>
      <source>{host} broke off with {_sentence}</source>
      <translation>{host} が中断しました:{_sentence}</translation>
    </message>
    <message>
      <source>{host} cannot be used as a server's address.</source>
      <translation>{host} はサーバーのアドレスとして使えません。</translation>
    </message>
    <message>
      <source>{host} did not answer in time.</source>
      <translation>{host} が時間内に応答しませんでした。</translation>
    </message>
    <message>
      <source>{host} does not take your sign-in.</source>
      <translation>{host} がサインインを受け付けません。</translation>
    </message>
    <message>
      <source>{host} does not take your sign-in: {_sentence}</source>
      <translation>{host} がサインインを受け付けません:{_sentence}</translation>
    </message>
    <message>
      <source>{host} fell silent while {doing}.</source>
      <translation>{host} の応答が途絶えました ({doing})。</translation>
    </message>
    <message>
      <source>{host} refused the request ({status})</source>
      <translation>{host} が要求を拒否しました ({status})</translation>
    </message>
    <message>
      <source>{host} reported: {_sentence}</source>
      <translation>{host} の報告:{_sentence}</translation>
    </message>
    <message>
      <source>{host} sends on to {target} instead of answering itself.</source>
      <translation>{host} が自分で応答せず {target} に転送します。</translation>
    </message>
    <message>
      <source>{host} sends on to {where} instead of answering itself.</source>
      <translation>{host} が自分で応答せず {where} に転送します。</translation>
    </message>
    <message>
      <source>{host} sent a web page where {asked} was expected.</source>
      <translation>{host} から {asked}ではなく Web ページが届きました。</translation>
    </message>
    <message>
      <source>{host} sent an answer without end.</source>
      <translation>{host} の応答が終わりません。</translation>
    </message>
    <message>
      <source>{host} sent another part of the backup than asked for.</source>
      <translation>{host} から要求と違う部分が届きました。</translation>
    </message>
    <message>
      <source>{host} sent {asked} in a form that is not understood.</source>
      <translation>{host} から届いた{asked}を理解できません。</translation>
    </message>
    <message>
      <source>{host} showed no certificate that could be compared.</source>
      <translation>{host} は比較できる証明書を示しませんでした。</translation>
    </message>
    <message>
      <source>{host} shows a certificate that this computer does not trust.</source>
      <translation>{host} の証明書はこのコンピューターで信頼されていません。</translation>
    </message>
    <message>
      <source>{host} shows a certificate that this computer does not trust: {said}.</source>
      <translation>{host} の証明書はこのコンピューターで信頼されていません:{said}。</translation>
    </message>
    <message>
      <source>{host} shows a web page, but no Kuroibara server answers there.</source>
      <translation>{host} は Web ページを表示しますが、Kuroibara サーバーは応答しません。</translation>
    </message>
    <message>
      <source>{left_out} links and the like in the backup, which no restore puts back.</source>
      <translation>バックアップ内のリンクなど {left_out} 件 (復元されません)。</translation>
    </message>
    <message>
      <source>{left_out} more places are damaged.</source>
      <translation>ほか {left_out} か所が破損しています。</translation>
    </message>
    <message>
      <source>{member} breaks off after {consumed} bytes: its end is missing.</source>
      <translation>{member} が {consumed} バイトで途切れています。</translation>
    </message>
    <message>
      <source>{member} is damaged near byte {at}: {why}.</source>
      <translation>{member} が {at} バイト目付近で破損しています:{why}。</translation>
    </message>
    <message>
      <source>{name} cannot be read at byte {offset}: {strerror}.</source>
      <translation>{name} の {offset} バイト目を読めません:{strerror}。</translation>
    </message>
    <message>
      <source>{name} cannot be read: {strerror}.</source>
      <translation>{name} を読めません:{strerror}。</translation>
    </message>
    <message>
      <source>{name} changed while it was being sent.</source>
      <translation>送信中に {name} が変更されました。</translation>
    </message>
    <message>
      <source>{name} did not stand the drill. {sentence}</source>
      <translation>{name} は復元テストに失敗しました。{sentence}</translation>
    </message>
    <message>
      <source>{name} ends after {size} bytes, but {wanted} are needed: its end is missing.</source>
      <translation>{name} は {size} バイトで終わっていますが、{wanted} バイト必要です。</translation>
    </message>
    <message>
      <source>{name} has {size}, {name2} before it {size2}.</source>
      <translation>{name} は {size}、前の {name2} は {size2} です。</translation>
    </message>
    <message>
      <source>{name} is a device or pipe, which no backup holds.</source>
      <translation>{name} はデバイスかパイプで、バックアップには含まれないはずです。</translation>
    </message>
    <message>
      <source>{name} is a folder, not a backup.</source>
      <translation>{name} はバックアップではなくフォルダーです。</translation>
    </message>
    <message>
      <source>{name} is damaged, so it was not taken into the archive. {told}</source>
      <translation>{name} が破損しているため、保存先に取り込んでいません。{told}</translation>
    </message>
    <message>
      <source>{name} is damaged, so nothing was sent. {told}</source>
      <translation>{name} が破損しているため、何も送信していません。{told}</translation>
    </message>
    <message>
      <source>{name} is empty.</source>
      <translation>{name} は空です。</translation>
    </message>
    <message>
      <source>{name} is no regular file.</source>
      <translation>{name} は通常のファイルではありません。</translation>
    </message>
    <message>
      <source>{name} is not a backup: it is no gzip file.</source>
      <translation>{name} はバックアップではありません (gzip ファイルではありません)。</translation>
    </message>
    <message>
      <source>{name} was not copied: its bytes are no longer those that were verified.</source>
      <translation>{name} をコピーしていません。内容が検証時と違います。</translation>
    </message>
    <message>
      <source>{name} was not deleted: another backup has its name on the server now.</source>
      <translation>{name} を削除していません。サーバーで同じ名前の別のバックアップになっています。</translation>
    </message>
    <message>
      <source>{name} was not opened: it is encrypted, which this program cannot read.</source>
      <translation>{name} を開いていません。暗号化されていて読めません。</translation>
    </message>
    <message>
      <source>{name} was not opened: it is of format {format}, which is newer than this program.</source>
      <translation>{name} を開いていません。形式 {format} はこのプログラムより新しいものです。</translation>
    </message>
    <message>
      <source>{name} was not opened: its last 128 bytes, which say where everything is, are missing or damaged.</source>
      <translation>{name} を開いていません。位置情報のある最後の 128 バイトが欠けているか破損しています。</translation>
    </message>
    <message>
      <source>{name} was not removed: no other verified copy here holds as much of its library.</source>
      <translation>{name} を削除していません。同じだけの内容を持つ検証済みコピーがほかにありません。</translation>
    </message>
    <message>
      <source>{name} was not repaired: the server has other bytes under its name now.</source>
      <translation>{name} を修復していません。サーバーの同じ名前のものは内容が変わっています。</translation>
    </message>
    <message>
      <source>{name} was not repaired: the server no longer has this backup.</source>
      <translation>{name} を修復していません。サーバーにこのバックアップはもうありません。</translation>
    </message>
    <message>
      <source>{name} was written to while it was read.</source>
      <translation>読み取り中に {name} が書き換えられました。</translation>
    </message>
    <message>
      <source>{path} is a link to another place, where no copies are looked for.</source>
      <translation>{path} は別の場所へのリンクです。リンク先のコピーは探しません。</translation>
    </message>
    <message>
      <source>{place} cannot be written to: {strerror}.</source>
      <translation>{place} に書き込めません:{strerror}。</translation>
    </message>
    <message>
      <source>{place} is not there.</source>
      <translation>{place} がありません。</translation>
    </message>
    <message>
      <source>{rows} rows</source>
      <translation>{rows} 行</translation>
    </message>
    <message>
      <source>{sentence} Beginning with the new one.</source>
      <translation>{sentence} 新しいもので始めます。</translation>
    </message>
    <message>
      <source>{sentence} It was last seen {seen}, on {drive}.</source>
      <translation>{sentence} 最後に確認したのは {seen}、{drive} です。</translation>
    </message>
    <message>
      <source>{sentence} Say which it is: then older ones may go.</source>
      <translation>{sentence} どちらかお答えください。そうすれば古いものを削除できます。</translation>
    </message>
    <message>
      <source>{sentence} Until now it showed one that an authority vouches for.</source>
      <translation>{sentence} これまでは認証局が保証する証明書でした。</translation>
    </message>
    <message>
      <source>{sentence}, and the server does not say why.</source>
      <translation>{sentence} (理由は不明です)。</translation>
    </message>
    <message>
      <source>{sentence}: it was cancelled on the server.</source>
      <translation>{sentence}:サーバーでキャンセルされました。</translation>
    </message>
    <message>
      <source>{size} are to be copied and {size2} must stay free, but the drive with your archive has only {size3} left.</source>
      <translation>コピーに {size}、残す空きに {size2} 必要ですが、保存先のドライブの空きは {size3} です。</translation>
    </message>
    <message>
      <source>{strip} is not the address of a server.</source>
      <translation>{strip} はサーバーのアドレスではありません。</translation>
    </message>
    <message>
      <source>{told} Ages are shown by the server's clock.</source>
      <translation>{told} 経過時間はサーバーの時計で表示します。</translation>
    </message>
    <message>
      <source>{username} may still back up: Kuroibara says they are a superuser.</source>
      <translation>{username} は Kuroibara のスーパーユーザーのため、引き続きバックアップできます。</translation>
    </message>
    <message>
      <source>{where} breaks off after {offset} bytes of its tar: the {count} zero bytes that end it are missing.</source>
      <translation>{where}の tar が {offset} バイトで途切れています (終わりのゼロ {count} バイトがありません)。</translation>
    </message>
    <message>
      <source>{where} does not have the digest it must have.</source>
      <translation>{where}のハッシュ値が違います。</translation>
    </message>
    <message>
      <source>{where} is damaged at byte {at} of the file.</source>
      <translation>{where}がファイルの {at} バイト目で破損しています。</translation>
    </message>
    <message>
      <source>{where} is damaged at byte {offset} of its tar: {why}.</source>
      <translation>{where}が tar の {offset} バイト目で破損しています:{why}。</translation>
    </message>
    <message>
      <source>{where} is damaged between {between}.</source>
      <translation>{where}が破損しています:{between}。</translation>
    </message>
    <message>
      <source>{where} is damaged.</source>
      <translation>{where}が破損しています。</translation>
    </message>
    <message>
      <source>{who} answered {status}: the server is not ready.</source>
      <translation>{who}が {status} を返しました。サーバーの準備ができていません。</translation>
    </message>
    <message>
      <source>{who} refused the request because it is too large.</source>
      <translation>{who}が要求を拒否しました (大きすぎます)。</translation>
    </message>
    <message>
      <source>{who} refuses pieces of {size}: going on with {size2}.{what}</source>
      <translation>{who}が {size} の断片を拒否したため、{size2} で続けます。{what}</translation>
    </message>
    <message>
      <source>{word} {period} has a newer one</source>
      <translation>{word} {period} にはより新しいものがあります</translation>
    </message>
  </context>
  <context>
    <name>sheet</name>
    <message>
      <source>Choose another folder.</source>
      <translation>別のフォルダーを選んでください。</translation>
    </message>
    <message>
      <source>The page was not saved: {reason}.</source>
      <translation>ページを保存できませんでした:{reason}。</translation>
    </message>
  </context>
</TS>
