package dev.vouch.classify.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.classify.reply.Precedents.Precedent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people read in unclear answers, and what is learnt from it. */
class PrecedentsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final String UNCLEAR = "hm, let me ask my boss";

  private static List<Precedent> read(Meaning... meanings) {
    List<Precedent> all = new ArrayList<>();
    for (Meaning meaning : meanings) {
      all.add(new Precedent("U" + all.size(), "hm let me ask my boss first", meaning));
    }
    return all;
  }

  private static ReplyReading reading(String text, List<Precedent> precedents) {
    return ReplyReader.shipped().read(text, TODAY, Precedents.of(precedents));
  }

  @Test
  void threeWhoReadItAlike_areFollowed() {
    assertThat(reading(UNCLEAR, List.of()).acts()).isFalse();
    ReplyReading taught = reading(UNCLEAR, read(Meaning.LATER, Meaning.LATER, Meaning.LATER));
    assertThat(taught.clearly(Meaning.LATER)).isTrue();
    assertThat(taught.sure()).isLessThan(1);
  }

  @Test
  void two_orOneWhoReadItOtherwise_teachNothing() {
    assertThat(reading(UNCLEAR, read(Meaning.LATER, Meaning.LATER)).acts()).isFalse();
    assertThat(
            reading(UNCLEAR, read(Meaning.LATER, Meaning.LATER, Meaning.LATER, Meaning.NO)).acts())
        .isFalse();
    List<Precedent> ofOne = new ArrayList<>();
    read(Meaning.NO, Meaning.NO, Meaning.NO)
        .forEach(one -> ofOne.add(new Precedent("U1", one.slackText(), one.meaning())));
    assertThat(reading(UNCLEAR, ofOne).acts()).isFalse();
  }

  @Test
  void otherWords_areReadAsBefore_andAStopStaysAStop() {
    List<Precedent> three = read(Meaning.YES, Meaning.YES, Meaning.YES);
    assertThat(reading("🤔 what a week", three).acts()).isFalse();
    List<Precedent> stops = new ArrayList<>();
    three.forEach(one -> stops.add(new Precedent(one.author(), "so annoying", Meaning.YES)));
    assertThat(reading("so annoying", stops).meaning()).isEqualTo(Meaning.STOP);
  }
}
