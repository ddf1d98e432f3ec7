package dev.vouch.app.slackexport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A small workspace's export, made up for tests: staff, a guest, people of a connected workspace in
 * and out of users.json, bots, a person who left, threads, edits, files and reactions.
 */
final class SampleExport {
  static final String TEAM = "T0ACME";

  /** Messages with an author who can be told: 4 on the first day, 3 and 2 on the second, 1 in é. */
  static final int MESSAGES = 10;

  static final int REACTIONS = 5;

  final Map<String, String> files = new LinkedHashMap<>();

  private SampleExport() {}

  static SampleExport empty() {
    return new SampleExport();
  }

  static SampleExport whole() {
    SampleExport export = empty();
    export.index();
    export.firstDay();
    export.secondDay();
    export.whatIsLeftAlone();
    return export;
  }

  private void index() {
    files.put(
        "channels.json",
        """
        [{"id":"C0GENERAL","name":"general","is_general":true,"members":["U0REP","U0GONE"]},
         {"id":"C0COMMUNITY","name":"community","members":["U0REP","U0GUEST","U0FAR"]},
         {"id":"C0ETE","name":"été-équipe","members":["U0REP"],"a_field_of_tomorrow":{"x":[1]}}]
        """);
    files.put(
        "groups.json",
        """
        [{"id":"G0DEALS","name":"deals","members":["U0REP"]}]
        """);
    files.put("dms.json", "[{\"id\":\"D0SECRET1\",\"members\":[\"U0REP\",\"U0BOSS\"]}]");
    files.put(
        "users.json",
        """
        [{"id":"U0REP","team_id":"T0ACME","name":"rita","tz":"Europe/London",
          "profile":{"display_name":"Rita","email":"rita@acme.example"}},
         {"id":"U0BOSS","team_id":"T0ACME","name":"bo","profile":{"real_name":"Bo Boss"}},
         {"id":"U0GONE","team_id":"T0ACME","name":"gone","deleted":true,"profile":{}},
         {"id":"U0GUEST","team_id":"T0ACME","is_restricted":true,"name":"gus",
          "profile":{"real_name":"Gus Guest","display_name":"","email":"gus@northwind.example"}},
         {"id":"U0FAR","team_id":"T0NORTH","name":"fay","profile":{"real_name":"Fay Far"}},
         {"id":"U0BOT","team_id":"T0ACME","is_bot":true,"name":"deploys","profile":{}}]
        """);
  }

  private void firstDay() {
    files.put(
        "community/2026-03-02.json",
        """
        [{"type":"message","subtype":"channel_join","user":"U0GUEST","ts":"1772445600.000100",
          "text":"<@U0GUEST> has joined the channel"},
         {"type":"message","user":"U0GUEST","ts":"1772445700.000200","team":"T0ACME",
          "text":"Tell your friends: this saved us <https://acme.example|days>",
          "edited":{"user":"U0GUEST","ts":"1772445800.000000"},"client_msg_id":"x","a_new":1,
          "reply_count":1,"replies":[{"user":"U0REP","ts":"1772445900.000300"}],
          "thread_ts":"1772445700.000200",
          "reactions":[{"name":"heart","users":["U0REP","U0FAR"],"count":7},
                       {"name":"+1","users":["U0REP"],"count":1}]},
         {"type":"message","user":"U0REP","ts":"1772445900.000300","text":"Thank you!",
          "thread_ts":"1772445700.000200","parent_user_id":"U0GUEST"},
         {"type":"message","subtype":"bot_message","bot_id":"B0LISTEN","username":"listener",
          "ts":"1772446000.000400","text":"somebody wrote: great",
          "attachments":[{"text":"great"}]}]
        """);
  }

  private void secondDay() {
    files.put(
        "community/2026-03-03.json",
        """
        [{"type":"message","user":"U0NEW","ts":"1772532000.000100","text":"Works for us",
          "user_team":"T0NORTH","source_team":"T0NORTH",
          "user_profile":{"real_name":"Nia New","display_name":"Nia","team":"T0NORTH"},
          "reactions":[{"name":"tada","users":["U0GUEST"],"count":1}]},
         {"type":"message","user":"U0NEW","ts":"1772532100.000200","text":"and it is fast"},
         {"type":"message","user":"U0BARE","ts":"1772532200.000300","text":"hello",
          "user_team":"T0SOUTH"},
         {"type":"message","user":"U0NOBODY","ts":"1772532300.000400","text":"who am I?"},
         {"type":"message","subtype":"tombstone","user":"USLACKBOT","ts":"1772532400.000500",
          "text":"This message was deleted."}]
        """);
    files.put(
        "general/2026-03-03.json",
        """
        [{"type":"message","user":"U0GONE","ts":"1772532000.000900","text":"My last day",
          "files":[{"id":"F1","name":"cake.png"}],
          "reactions":[{"name":"cry","users":["U0REP"],"count":1}]},
         {"type":"message","user":"U0BOT","bot_id":"B0DEPLOY","ts":"1772532000.000950",
          "text":"deployed"}]
        """);
    files.put("general/2026-03-04.json", "[]");
    files.put(
        "été-équipe/2026-03-01.json",
        """
        [{"type":"message","user":"U0FAR","ts":"1772359200.000100","text":"Très bien 🎉"}]
        """);
  }

  private void whatIsLeftAlone() {
    files.put("D0SECRET1/2026-03-02.json", "[{\"type\":\"message\",\"text\":\"private\"}]");
    files.put("mpdm-rita--bo-1/2026-03-02.json", "[{\"type\":\"message\",\"text\":\"private\"}]");
    files.put("integration_logs.json", "[]");
    files.put("general/2026-13-45.json", "[not a day");
    files.put("general/notes.txt", "not JSON");
  }

  SampleExport with(String name, String content) {
    files.put(name, content);
    return this;
  }

  SampleExport without(String name) {
    files.remove(name);
    return this;
  }

  Path asFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = Path.of(URI.create(folder.toUri() + escaped(file.getKey())));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue(), UTF_8);
    }
    return folder;
  }

  /** As a URI, because a name that is not ASCII is no path where no LANG is set. */
  private static String escaped(String name) {
    return URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  Path asZip(Path zip) throws IOException {
    return asZip(zip, "", UTF_8, '/');
  }

  /** A zip as other tools make them: under a folder, in old letters, or with backslashes. */
  Path asZip(Path zip, String top, Charset names, char slash) throws IOException {
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out, names)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        entries.putNextEntry(new ZipEntry((top + file.getKey()).replace('/', slash)));
        entries.write(file.getValue().getBytes(UTF_8));
        entries.closeEntry();
      }
    }
    return zip;
  }
}
