package dev.vouch.mention;

/**
 * What an act of advocacy is, and what it is after: the form it takes and what others are to do.
 */
public record Purpose(ActKind kind, Aim aim) {
  /** What most acts are, and each one about which nothing says otherwise. */
  public static final Purpose USUAL = new Purpose(ActKind.RECOMMENDATION, Aim.BUY);

  /** The purpose of an act of which only the kind is known. */
  public static Purpose of(ActKind kind) {
    return new Purpose(
        kind,
        switch (kind) {
          case RECOMMENDATION, REFERRAL, REVIEW, STORY -> Aim.BUY;
          case PEER_HELP -> Aim.TRY;
          case TALK -> Aim.LEARN;
          case REFERENCE_CALL, INTRODUCTION -> Aim.VOUCH;
          case DEFENCE -> Aim.DEFEND;
        });
  }
}
