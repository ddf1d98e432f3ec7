package dev.vouch.classify.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.classify.train.CountingEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark, on a handful of tweets made up for it and a stand-in for the encoder. */
class TweetEvalTest {
  private static final String[][] KINDS = {
    {"positive", "love", "great", "wonderful"},
    {"negative", "hate", "awful", "broken"},
    {"neutral", "today", "meeting", "at noon"}
  };

  @TempDir Path dir;

  private void splits(String header, int trained) throws IOException {
    Files.writeString(dir.resolve("train_rebuilt.tsv"), header + tweets("learn", trained));
    Files.writeString(dir.resolve("val.tsv"), "label\ttext\n" + tweets("choose", 30));
    Files.writeString(dir.resolve("test.tsv"), "label\ttext\n" + tweets("measure", 60));
  }

  private static String tweets(String name, int count) {
    StringBuilder tweets = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String[] kind = KINDS[i % KINDS.length];
      tweets.append("%s\t@user %s%d %s\n".formatted(kind[0], name, i, kind[1 + i / 3 % 3]));
    }
    return tweets.toString();
  }

  @Test
  void plainTweets_areLearnt_andReportedBesideThePaper() throws Exception {
    splits("", 300);
    TweetEval splits = TweetEval.read(dir, Integer.MAX_VALUE);
    Queue<String> steps = new ConcurrentLinkedQueue<>();
    SentimentResult result = splits.run(new CountingEncoder(), steps::add);
    assertThat(steps).hasSize(splits.steps());
    assertThat(result.macroRecall()).isGreaterThan(0.95);
    assertThat(result.interval().low()).isLessThanOrEqualTo(result.macroRecall());
    assertThat(result.recalls()).containsOnlyKeys("negative", "neutral", "positive");
    assertThat(result.text()).contains("300 texts learnt from, 60", "BERTweet", "0.7340");
    JsonObject json = JsonParser.parseString(result.json()).getAsJsonObject();
    assertThat(json.get("rows").getAsInt()).isEqualTo(60);
    assertThat(json.getAsJsonObject("paper").get("SVM").getAsDouble()).isEqualTo(0.629);
  }

  @Test
  void header_limit_andNearDuplicatesOfVal_areHeeded() throws Exception {
    splits("label\ttext\n", 30);
    assertThat(TweetEval.read(dir, Integer.MAX_VALUE).train()).hasSize(30);
    assertThat(TweetEval.read(dir, 9).test()).hasSize(9);
    String again = "neutral\t@user choose2 MEETING at noon choose5 today\n";
    Files.writeString(dir.resolve("val.tsv"), again);
    Files.writeString(dir.resolve("train_rebuilt.tsv"), again.replace("MEETING", "meeting"));
    assertThat(TweetEval.read(dir, 9).train()).isEmpty();
  }

  @Test
  void whatIsWrong_isNamed() throws Exception {
    assertThatThrownBy(() -> TweetEval.read(dir, 9)).hasMessageContaining("val.tsv");
    splits("", 30);
    Files.writeString(dir.resolve("test.tsv"), "label\ttext\nmeh\thello\n");
    assertThatThrownBy(() -> TweetEval.read(dir, 9)).hasMessageContaining("test.tsv, row 2");
    splits("", 1);
    TweetEval poor = TweetEval.read(dir, 9);
    assertThatThrownBy(() -> poor.run(new CountingEncoder(), step -> {}))
        .hasMessageContaining("--limit");
  }

  @Test
  void recalls_areAveragedOverTheLabels() {
    Recalls recalls =
        Recalls.of(
            List.of(
                new Answer("a", "a", 1),
                new Answer("a", "a", 1),
                new Answer("a", "b", 1),
                new Answer("b", "b", 1)));
    assertThat(recalls.macro()).isEqualTo((2 / 3.0 + 1) / 2);
  }
}
