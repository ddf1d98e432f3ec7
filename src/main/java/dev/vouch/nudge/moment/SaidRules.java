package dev.vouch.nudge.moment;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook.Acted;
import dev.vouch.advocate.Heard;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Intent;
import java.util.ArrayList;
import java.util.List;

/** The moments that arise as soon as something is said, by what it is. */
public final class SaidRules {
  private SaidRules() {}

  /**
   * The moments of a mention, strongest first.
   *
   * @param specific whether its words name features, figures or a before and after, as far as they
   *     were read for it
   */
  public static List<Occasion> of(Acted acted, boolean specific) {
    List<Occasion> all = new ArrayList<>();
    AdvocacyAct act = acted.act();
    Heard heard = acted.heard();
    if (act != null) {
      all.add(Occasion.of(moment(act, acted), act));
      all.add(Occasion.of(Moment.UNDISCLOSED, act));
    } else if (specific && heard != null && isPraise(heard)) {
      all.add(Occasion.of(Moment.SMALL_WIN, heard));
    }
    if (heard != null && heard.competitor()) {
      all.add(Occasion.of(Moment.FOR_A_COMPETITOR, heard));
    }
    return all;
  }

  private static Moment moment(AdvocacyAct act, Acted acted) {
    if (act.kind() == ActKind.REFERENCE_CALL && act.savedBy() == null) {
      return Moment.OFFER;
    }
    if (act.kind() == ActKind.DEFENCE) {
      return Moment.DEFENCE;
    }
    boolean first = acted.contact() != null && acted.contact().acts() == 1;
    return first ? Moment.FIRST_ACT : Moment.ACT;
  }

  private static boolean isPraise(Heard heard) {
    return heard.intent() == Intent.PRAISE && !heard.abstained();
  }

  /** Whether what was said still is what the moment came of. */
  public static boolean stands(Moment moment, Acted acted) {
    AdvocacyAct act = acted.act();
    Heard heard = acted.heard();
    if (moment.isAct()) {
      return act != null;
    }
    return switch (moment) {
      case FOR_A_COMPETITOR -> heard != null && heard.competitor();
      case SMALL_WIN -> act != null || heard != null && isPraise(heard);
      case QUESTION -> heard != null && heard.intent() == Intent.QUESTION && !heard.abstained();
      default -> heard != null;
    };
  }
}
