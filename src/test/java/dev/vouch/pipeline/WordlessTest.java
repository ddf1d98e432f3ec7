package dev.vouch.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.vouch.pipeline.Directory.Unreachable;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What the log may show of a failure. */
class WordlessTest {
  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    Wordless.of(failure).printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  private static RuntimeException ofGson() {
    RuntimeException failure =
        Attempt.at(() -> JsonParser.parseString("\"canary\"").getAsJsonObject()).failure();
    assertThat(failure).isNotNull().hasMessageContaining("canary");
    return failure;
  }

  @Test
  void messagesOfLibraries_areLeftOut_alsoThoseOfCauses() {
    String trace = trace(new IllegalArgumentException("canary", ofGson()));

    assertThat(trace)
        .contains("java.lang.IllegalArgumentException", "java.lang.IllegalStateException")
        .contains("WordlessTest.java", "JsonElement")
        .doesNotContain("canary");
  }

  @Test
  void whatSlackAnswered_isKept() {
    String trace = trace(new Unreachable("chat.postMessage: HTTP 500", ofGson(), null));

    assertThat(trace).contains("chat.postMessage: HTTP 500").doesNotContain("canary");
  }
}
