package dev.vouch.slack.listen;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Payloads in the shapes that Slack sends them. */
final class Payloads {
  private Payloads() {}

  /** A slash command, form-encoded. */
  static String command(String person, String text, String responseUrl) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", "gIkuvaNzQIHg97ATvDxqgjtO");
    form.put("team_id", "T0ACME");
    form.put("team_domain", "acme");
    form.put("channel_id", "C0TEAM");
    form.put("channel_name", "advocates");
    form.put("user_id", person);
    form.put("user_name", "somebody");
    form.put("command", "/vouch");
    form.put("text", text);
    form.put("api_app_id", "A0VOUCH");
    form.put("is_enterprise_install", "false");
    form.put("response_url", responseUrl);
    form.put("trigger_id", "13345224609.738474920.8088930838d88f008e0");
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** A button of a message, pressed by somebody of {@code homeTeam}. */
  static String button(
      String person, String homeTeam, String actionId, String value, String responseUrl) {
    return payload(
        """
        {"type":"block_actions",
         "user":{"id":"%1$s","username":"somebody","name":"somebody","team_id":"%2$s"},
         "api_app_id":"A0VOUCH","token":"gIkuvaNzQIHg97ATvDxqgjtO",
         "container":{"type":"message","message_ts":"1795161600.000200","channel_id":"D0MAYA",
           "is_ephemeral":false},
         "trigger_id":"12466734323.1395872398",
         "team":{"id":"T0ACME","domain":"acme"},"enterprise":null,"is_enterprise_install":false,
         "channel":{"id":"D0MAYA","name":"directmessage"},
         "message":{"bot_id":"B0VOUCH","type":"message","text":"Ana Ruiz spoke up for us",
           "user":"U0VOUCH","ts":"1795161600.000200","team":"T0ACME","blocks":[]},
         "state":{"values":{}},
         "response_url":"%5$s",
         "actions":[{"action_id":"%3$s","block_id":"nudge_buttons",
           "text":{"type":"plain_text","text":"Doing it","emoji":true},
           "value":"%4$s","style":"primary","type":"button","action_ts":"1795161700.123456"}]}
        """
            .formatted(person, homeTeam, actionId, value, responseUrl));
  }

  /** The same button, pressed once more. */
  static String later(String pressed) {
    return pressed.replace("1795161700.123456", "1795161702.123456");
  }

  /** A button of App Home, which comes without a response_url. */
  static String homeButton(String person, String actionId, String value) {
    return payload(
        """
        {"type":"block_actions",
         "user":{"id":"%1$s","username":"somebody","name":"somebody","team_id":"T0ACME"},
         "api_app_id":"A0VOUCH","token":"gIkuvaNzQIHg97ATvDxqgjtO",
         "container":{"type":"view","view_id":"V0HOME"},
         "trigger_id":"12466734323.1395872398",
         "team":{"id":"T0ACME","domain":"acme"},"enterprise":null,"is_enterprise_install":false,
         "view":{"id":"V0HOME","team_id":"T0ACME","type":"home","blocks":[],"private_metadata":"",
           "callback_id":"","state":{"values":{}},"hash":"1795161600.8a9b","clear_on_close":false,
           "notify_on_close":false,"close":null,"submit":null,"previous_view_id":null,
           "root_view_id":"V0HOME","app_id":"A0VOUCH","external_id":"",
           "app_installed_team_id":"T0ACME","bot_id":"B0VOUCH"},
         "actions":[{"action_id":"%2$s","block_id":"home_buttons",
           "text":{"type":"plain_text","text":"x","emoji":true},
           "value":"%3$s","type":"button","action_ts":"1795161700.123456"}]}
        """
            .formatted(person, actionId, value));
  }

  /** The message shortcut on somebody's message. */
  static String shortcut(String person, String homeTeam, String text, String responseUrl) {
    return payload(
        """
        {"type":"message_action","token":"gIkuvaNzQIHg97ATvDxqgjtO","action_ts":"1795161700.123456",
         "team":{"id":"T0ACME","domain":"acme"},
         "user":{"id":"%1$s","name":"somebody","team_id":"%2$s"},
         "channel":{"id":"C0SHARED","name":"northwind-acme"},"is_enterprise_install":false,
         "enterprise":null,"callback_id":"save_advocacy",
         "trigger_id":"12466734323.1395872398","response_url":"%4$s",
         "message_ts":"1795100300.000100",
         "message":{"type":"message","user":"U0ANA","ts":"1795100300.000100","text":"%3$s",
           "team":"T0NORTH"}}
        """
            .formatted(person, homeTeam, text, responseUrl));
  }

  /** The filled-in form; {@code who} and {@code kind} are JSON, {@code words} is a JSON value. */
  static String form(String person, String homeTeam, String who, String kind, String words) {
    return payload(
        """
        {"type":"view_submission",
         "team":{"id":"T0ACME","domain":"acme"},
         "user":{"id":"%1$s","username":"somebody","name":"somebody","team_id":"%2$s"},
         "api_app_id":"A0VOUCH","token":"gIkuvaNzQIHg97ATvDxqgjtO",
         "trigger_id":"12466734323.1395872398",
         "view":{"id":"V0FORM","team_id":"T0ACME","type":"modal","blocks":[],
           "private_metadata":"{\\"channel\\":\\"C0SHARED\\",\\"ts\\":\\"1795100300.000100\\"}",
           "callback_id":"save_advocacy","hash":"1795161600.8a9b",
           "state":{"values":{
             "save_who":{"save_who":{"type":"users_select","selected_user":%3$s}},
             "save_kind":{"save_kind":{"type":"static_select","selected_option":%4$s}},
             "save_words":{"save_words":{"type":"plain_text_input","value":%5$s}}}},
           "title":{"type":"plain_text","text":"Save as advocacy","emoji":true},
           "clear_on_close":false,"notify_on_close":false,"close":null,"submit":null,
           "previous_view_id":null,"root_view_id":"V0FORM","app_id":"A0VOUCH","external_id":"",
           "app_installed_team_id":"T0ACME","bot_id":"B0VOUCH"},
         "response_urls":[],"is_enterprise_install":false,"enterprise":null}
        """
            .formatted(person, homeTeam, who, kind, words));
  }

  static String kind(String wire) {
    return "{\"text\":{\"type\":\"plain_text\",\"text\":\"%1$s\",\"emoji\":true},\"value\":\"%1$s\"}"
        .formatted(wire);
  }

  private static String payload(String json) {
    return "payload=" + encoded(json);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
