package dev.vouch.digest;

/** Where numbers are shown. */
public enum Place {
  WHO("`/vouch who`"),
  WHY("`/vouch why`"),
  TOP("`/vouch top`"),
  BREADTH("`/vouch breadth`"),
  GOODWILL("`/vouch goodwill`"),
  ASK("`/vouch ask` and `/vouch reference`"),
  PROGRAMME("`/vouch programme`"),
  GIFTS("`/vouch gifts`"),
  IMPACT("`/vouch impact`"),
  ACCOUNT("`/vouch account`"),
  MERGE("`/vouch merge`"),
  FLAG("the note that somebody spoke up for a competitor"),
  MODEL("`/vouch model`"),
  EXECS("`/vouch execs`"),
  SILENCE("the message that suggestions stop"),
  REPLY("what a rep is told of an answer"),
  DIGEST("the digest"),
  CHART("the digest's chart"),
  HOME("App Home");

  private final String words;

  Place(String words) {
    this.words = words;
  }

  /** In words for a sentence, with Slack's marks. */
  public String words() {
    return words;
  }
}
