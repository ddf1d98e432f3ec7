package dev.vouch.nudge.gift;

import org.jspecify.annotations.Nullable;

/** What the policy says about a gift, always with the rule that says so and its version. */
public sealed interface Verdict {

  Basis basis();

  /** It may be given. */
  record Allowed(Basis basis) implements Verdict {}

  /** It may be given once somebody else of us has said so. */
  record NeedsApprover(Basis basis) implements Verdict {}

  /** It may not be given now. */
  record Denied(Basis basis) implements Verdict {}

  /**
   * What it rests on.
   *
   * @param rule null where it did not come to a rule
   * @param policy version of the policy
   */
  record Basis(Why why, @Nullable GiftRule rule, String policy) {

    /** The rule's id, or an empty text. */
    public String ruleId() {
      return rule == null ? "" : rule.id();
    }
  }

  /** The named reasons. */
  enum Why {
    OPTED_OUT("they have told us to stop", "nothing but their own word"),
    PAUSED("everything about them is paused", "the end of the pause"),
    NOT_WANTED("they do not want surprises", "nothing but their own word"),
    ROLE("what they are to us rules gifts out", "`/vouch role @person` says why"),
    NO_ACCOUNT(
        "we do not know for whom they work", "`/vouch account NAME person @person`, which says it"),
    COUNTRY_UNKNOWN(
        "we do not know in which country their company is",
        "`/vouch account NAME country DE`, which says it"),
    SECTOR_UNKNOWN(
        "we do not know the sector of their company, or not what it means for gifts",
        "`/vouch account NAME sector public` (or `health`, `finance`, `other`), which says it"),
    CASH("money and what is as good as money is never given", "something else"),
    NO_RULE("no rule allows gifts there", "a rule in the policy, once your counsel has one"),
    FORBIDDEN("the rule for them allows no gifts", "nothing; say thank you in words"),
    PROCUREMENT(
        "their company is choosing or negotiating about something of ours",
        "the end of that (`/vouch account NAME procurement off`)"),
    RENEWAL_NEAR("the renewal of their contract is near", "the renewal"),
    NEAR_ACT("they have just spoken up for us, so it would look like pay", "a few days' distance"),
    NEAR_ASK(
        "we have just asked them for something, so it would look like pay",
        "a few weeks' distance"),
    CURRENCY("the policy has no rate for that currency", "the worth in the rule's own currency"),
    OVER_GIFT("it is worth more than one gift may be", "something smaller"),
    OVER_PERSON("with it they would have more than a person may in a year", "the next year"),
    OVER_ACCOUNT(
        "with it their company would have more than a company may in a year", "the next year"),
    ABOVE_APPROVAL("it is worth more than one of us may decide alone", "the approver's word"),
    PROCUREMENT_UNKNOWN(
        "we do not know whether their company is choosing or negotiating now",
        "the approver's word, or `/vouch account NAME procurement off`"),
    READS_LIKE_PAY(
        "what you wrote reads as if it were for something they did for us",
        "the approver's word, or other words"),
    WITHIN_LIMITS("it lies within every limit", "");

    private final String words;
    private final String change;

    Why(String words, String change) {
      this.words = words;
      this.change = change;
    }

    /** In words that finish "because". */
    public String words() {
      return words;
    }

    /** What would change it; empty where nothing needs to. */
    public String change() {
      return change;
    }
  }
}
