package dev.vouch.store;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Wording;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Aim;
import dev.vouch.mention.Disclosure;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Purpose;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The part of a {@link MentionRecord} that says what a mention counts as. */
final class ActRecord {
  /** Beside the aim and whether an incentive shows: that it is said in words. */
  private static final int DISCLOSED = 32;

  private ActRecord() {}

  /** What is not the same as of its mention. */
  static String of(AdvocacyAct act, Heard heard) {
    int drivers = act.drivers().stream().mapToInt(driver -> 1 << driver.ordinal()).sum();
    List<String> parts = new ArrayList<>();
    parts.add(
        MentionRecord.digit(act.kind().ordinal())
            + wording(act)
            + MentionRecord.digit(drivers)
            + MentionRecord.orEmpty(act.savedBy()));
    String confidence = MentionRecord.thousandths(act.confidence());
    if (!confidence.equals(MentionRecord.thousandths(heard.confidence()))
        || !act.permalink().equals(heard.permalink())
        || !act.evidence().equals(heard.evidence())) {
      parts.add(confidence + Permalink.shortened(act.permalink(), act.mention()));
      act.evidence().forEach(said -> parts.add(MentionRecord.printable(said)));
    }
    return String.join(MentionRecord.PART, parts);
  }

  /** The aim, and of the wording a bit each for a reward, for vagueness and for disclosure. */
  private static String wording(AdvocacyAct act) {
    Wording wording = act.wording();
    return MentionRecord.digit(
        act.aim().ordinal() * 4
            + (wording.incentivised() ? 1 : 0)
            + (wording.specific() ? 0 : 2)
            + (wording.disclosure() == Disclosure.SAID ? DISCLOSED : 0));
  }

  /** What a mention counts as. */
  static AdvocacyAct act(Heard heard, String text) {
    String[] parts = text.split(MentionRecord.PART, -1);
    int wording = MentionRecord.digit(text, 1);
    boolean same = parts.length == 1;
    int mask = MentionRecord.digit(text, 2);
    Set<Driver> drivers = EnumSet.allOf(Driver.class);
    drivers.removeIf(driver -> (mask & 1 << driver.ordinal()) == 0);
    return new AdvocacyAct(
        heard.mention(),
        heard.person(),
        new Purpose(
            ActKind.values()[MentionRecord.digit(text, 0)], Aim.values()[wording % DISCLOSED / 4]),
        same ? heard.confidence() : MentionRecord.thousandths(parts[1], 0),
        drivers,
        same ? heard.evidence() : List.of(parts).subList(2, parts.length),
        new Wording(disclosure(wording), (wording & 2) == 0),
        same ? heard.permalink() : Permalink.whole(parts[1].substring(2), heard.mention()),
        MentionRecord.orNull(parts[0].substring(3)));
  }

  private static Disclosure disclosure(int flags) {
    if (flags >= DISCLOSED) {
      return Disclosure.SAID;
    }
    return flags % 2 == 1 ? Disclosure.SHOWN : Disclosure.NOTHING;
  }
}
