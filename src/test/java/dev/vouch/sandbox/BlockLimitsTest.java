package dev.vouch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.sandbox.block.BlockRules;
import dev.vouch.sandbox.block.ViewRules;
import dev.vouch.sandbox.wire.SlackError;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of Block Kit's limits holds at its value and breaks one beyond it. */
final class BlockLimitsTest {
  private static String x(int length) {
    return "x".repeat(length);
  }

  private static String plain(int length) {
    return "{'type':'plain_text','text':'" + x(length) + "'}";
  }

  private static String section(int length) {
    return "{'type':'section','text':{'type':'mrkdwn','text':'" + x(length) + "'}}";
  }

  private static String actions(String... elements) {
    return "{'type':'actions','elements':[" + String.join(",", elements) + "]}";
  }

  private static String button(String more) {
    return "{'type':'button','text':" + plain(5) + more + "}";
  }

  private static String many(int count, String what) {
    return IntStream.range(0, count)
        .mapToObj(i -> what.replace("#", Integer.toString(i)))
        .collect(Collectors.joining(","));
  }

  private static String option(int text, int value) {
    return "{'text':" + plain(text) + ",'value':'" + x(value) + "'}";
  }

  private static String menu(String type, String options) {
    return actions("{'type':'" + type + "','action_id':'m','options':[" + options + "]}");
  }

  private static final String OPTION = "{'text':{'type':'plain_text','text':'o#'},'value':'#'}";

  private static String confirm(int title, int text, int label) {
    return button(
        ",'confirm':{'title':%s,'text':%s,'confirm':%s,'deny':%s}"
            .formatted(plain(title), plain(text), plain(label), plain(label)));
  }

  static Stream<Arguments> limits() {
    String fields = "{'type':'section','fields':[%s]}";
    String context = "{'type':'context','elements':[%s]}";
    String header = "{'type':'header','text':%s}";
    String id = "{'type':'divider','block_id':'%s'}";
    return Stream.of(
        limit("/blocks", many(50, section(1)), many(51, section(1))),
        limit("/blocks/0/text/text", section(3_000), section(3_001)),
        limit("/blocks/0/text/text", section(1), section(0)),
        limit(
            "/blocks/0/fields",
            fields.formatted(many(10, plain(1))),
            fields.formatted(many(11, plain(1)))),
        limit(
            "/blocks/0/fields/0/text",
            fields.formatted(plain(2_000)),
            fields.formatted(plain(2_001))),
        limit("/blocks/0/text/text", header.formatted(plain(150)), header.formatted(plain(151))),
        limit(
            "/blocks/0/elements",
            context.formatted(many(10, plain(1))),
            context.formatted(many(11, plain(1)))),
        limit("/blocks/0/elements", actions(many(25, button(""))), actions(many(26, button("")))),
        limit(
            "/blocks/0/elements/0/text/text",
            actions("{'type':'button','text':" + plain(75) + "}"),
            actions("{'type':'button','text':" + plain(76) + "}")),
        limit(
            "/blocks/0/elements/0/value",
            actions(button(",'value':'" + x(2_000) + "'")),
            actions(button(",'value':'" + x(2_001) + "'"))),
        limit(
            "/blocks/0/elements/0/action_id",
            actions(button(",'action_id':'" + x(255) + "'")),
            actions(button(",'action_id':'" + x(256) + "'"))),
        limit(
            "/blocks/0/elements/0/style",
            actions(button(",'style':'danger'")),
            actions(button(",'style':'green'"))),
        limit("/blocks/0/block_id", id.formatted(x(255)), id.formatted(x(256))),
        limit(
            "/blocks/1/block_id",
            id.formatted("a") + "," + id.formatted("b"),
            id.formatted("a") + "," + id.formatted("a")),
        limit(
            "/blocks/0/elements/1/action_id",
            actions(button(",'action_id':'a'"), button(",'action_id':'b'")),
            actions(button(",'action_id':'a'"), button(",'action_id':'a'"))),
        limit(
            "/blocks/0/elements/0/options",
            menu("static_select", many(100, OPTION)),
            menu("static_select", many(101, OPTION))),
        limit(
            "/blocks/0/elements/0/options",
            menu("overflow", many(2, OPTION)),
            menu("overflow", many(1, OPTION))),
        limit(
            "/blocks/0/elements/0/options",
            menu("overflow", many(5, OPTION)),
            menu("overflow", many(6, OPTION))),
        limit(
            "/blocks/0/elements/0/options/0/text/text",
            menu("static_select", option(75, 1)),
            menu("static_select", option(76, 1))),
        limit(
            "/blocks/0/elements/0/options/0/value",
            menu("static_select", option(1, 150)),
            menu("static_select", option(1, 151))),
        limit(
            "/blocks/0/elements/0/confirm/title/text",
            actions(confirm(100, 300, 30)),
            actions(confirm(101, 300, 30))),
        limit(
            "/blocks/0/elements/0/confirm/text/text",
            actions(confirm(100, 300, 30)),
            actions(confirm(100, 301, 30))),
        limit(
            "/blocks/0/elements/0/confirm/deny/text",
            actions(confirm(100, 300, 30)),
            actions(confirm(100, 300, 31))),
        limit("/blocks/0/type", section(1), "{'type':'sektion'}"),
        limit("/blocks/0", section(1), "{'type':'section'}"),
        limit("/blocks/0", section(1), "{'text':'no type'}"),
        limit("/blocks/0", "{'type':'divider'}", "{'type':'divider','colour':'red'}"),
        limit(
            "/blocks/0",
            "{'type':'image','image_url':'https://a.example/b.png','alt_text':'b'}",
            "{'type':'image','image_url':'https://a.example/b.png'}"));
  }

  private static Arguments limit(String pointer, String allowed, String refused) {
    return Arguments.of(pointer, allowed, refused);
  }

  private static JsonArray blocks(String json) {
    return JsonParser.parseString("[" + json + "]").getAsJsonArray();
  }

  @ParameterizedTest
  @MethodSource("limits")
  void message_isTakenAtTheLimit(String pointer, String allowed, String refused) {
    assertThatCode(() -> BlockRules.checkMessage(blocks(allowed))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("limits")
  void message_isRefusedBeyondTheLimitAndNamesThePlace(
      String pointer, String allowed, String refused) {
    SlackError error =
        catchThrowableOfType(SlackError.class, () -> BlockRules.checkMessage(blocks(refused)));
    assertThat(error.code()).isEqualTo("invalid_blocks");
    assertThat(error.messages()).anyMatch(m -> m.endsWith("[json-pointer:" + pointer + "]"));
  }

  @Test
  void message_isTooLongInAll() {
    assertThatCode(() -> BlockRules.checkMessage(blocks(many(4, section(3_000)))))
        .doesNotThrowAnyException();
    SlackError error =
        catchThrowableOfType(
            SlackError.class, () -> BlockRules.checkMessage(blocks(many(5, section(3_000)))));
    assertThat(error.code()).isEqualTo("msg_blocks_too_long");
  }

  @Test
  void sameActionId_inTwoBlocksIsTaken() {
    String one = actions(button(",'action_id':'a'"));
    assertThatCode(() -> BlockRules.checkMessage(blocks(one + "," + one)))
        .doesNotThrowAnyException();
  }

  private static JsonObject modal(String title, String more) {
    String json =
        "{'type':'modal','title':{'type':'plain_text','text':'%s'},'blocks':[%s]}"
            .formatted(title, more);
    return JsonParser.parseString(json).getAsJsonObject();
  }

  @Test
  void view_isTakenAtItsLimits() {
    JsonObject view = modal(x(24), many(100, section(1)));
    view.addProperty("private_metadata", x(3_000));
    view.addProperty("callback_id", x(255));
    assertThatCode(() -> ViewRules.check(view, "modal")).doesNotThrowAnyException();
  }

  static Stream<Arguments> badViews() {
    JsonObject metadata = modal("t", section(1));
    metadata.addProperty("private_metadata", x(3_001));
    JsonObject callback = modal("t", section(1));
    callback.addProperty("callback_id", x(256));
    JsonObject submit = modal("t", section(1));
    submit.add("submit", JsonParser.parseString(plain(25)));
    return Stream.of(
        Arguments.of("/view/title/text", modal(x(25), section(1))),
        Arguments.of("/view/blocks", modal("t", many(101, section(1)))),
        Arguments.of("/view/private_metadata", metadata),
        Arguments.of("/view/callback_id", callback),
        Arguments.of("/view/submit/text", submit),
        Arguments.of(
            "/view",
            modal(
                "t",
                "{'type':'input','label':"
                    + plain(3)
                    + ",'element':{'type':'plain_text_input','action_id':'a'}}")));
  }

  @ParameterizedTest
  @MethodSource("badViews")
  void view_isRefusedBeyondItsLimits(String pointer, JsonObject view) {
    SlackError error = catchThrowableOfType(SlackError.class, () -> ViewRules.check(view, "modal"));
    assertThat(error.code()).isEqualTo("invalid_arguments");
    assertThat(error.messages()).anyMatch(m -> m.endsWith("[json-pointer:" + pointer + "]"));
  }

  @Test
  void view_isTooLarge() {
    SlackError error =
        catchThrowableOfType(
            SlackError.class,
            () -> ViewRules.check(modal("t", many(100, section(3_000))), "modal"));
    assertThat(error.code()).isEqualTo("view_too_large");
  }
}
