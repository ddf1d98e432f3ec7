package dev.vouch.nudge.executive;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How far an introduction has come, and what moves it: one table. */
public enum Stage {
  /** One of us wants it; the executive has not been asked yet. */
  REQUESTED,
  /** The executive has it before them. */
  ASKED,
  /** The executive wants it, at another time. */
  LATER,
  /** The executive wants it; the two are to meet. */
  APPROVED,
  /** The executive is not the one. */
  DECLINED,
  /** They have met. */
  HAPPENED,
  /** They will not meet. */
  DID_NOT,
  /** They were to meet, and nobody said whether they did. */
  UNTOLD,
  /** Nobody answered in time. */
  EXPIRED,
  /** What stands between us and the person rules it out now. */
  STOPPED,
  /** The executive has left us, or Slack does not reach them. */
  GONE;

  /** What can happen to an introduction. */
  public enum Event {
    /** The executive was asked. */
    ASKED,
    APPROVED,
    LATER,
    /** The time has come to ask again. */
    AGAIN,
    NOT_ME,
    HAPPENED,
    /** They are to meet at another time. */
    MOVED,
    DID_NOT,
    EXPIRED,
    STOPPED,
    GONE;

    /** The name used in buttons and JSON, for instance {@code not_me}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The event of that name, if there is one. */
    public static Optional<Event> named(String wire) {
      return Arrays.stream(values()).filter(one -> one.wire().equals(wire)).findAny();
    }

    /** Whether it is the executive's to say. */
    public boolean isAnswer() {
      return this == APPROVED || this == LATER || this == NOT_ME;
    }

    /** Whether whoever knows how it went says it. */
    public boolean isOutcome() {
      return this == HAPPENED || this == MOVED || this == DID_NOT;
    }
  }

  private static final Map<Stage, Map<Event, Stage>> TABLE = new EnumMap<>(Stage.class);

  static {
    TABLE.put(
        REQUESTED,
        Map.of(
            Event.ASKED, ASKED, Event.EXPIRED, EXPIRED, Event.STOPPED, STOPPED, Event.GONE, GONE));
    TABLE.put(
        ASKED,
        Map.of(
            Event.APPROVED, APPROVED,
            Event.LATER, LATER,
            Event.NOT_ME, DECLINED,
            Event.EXPIRED, EXPIRED,
            Event.STOPPED, STOPPED,
            Event.GONE, GONE));
    TABLE.put(
        LATER,
        Map.of(
            Event.AGAIN,
            REQUESTED,
            Event.EXPIRED,
            EXPIRED,
            Event.STOPPED,
            STOPPED,
            Event.GONE,
            GONE));
    TABLE.put(
        APPROVED,
        Map.of(
            Event.HAPPENED, HAPPENED,
            Event.MOVED, APPROVED,
            Event.DID_NOT, DID_NOT,
            Event.EXPIRED, UNTOLD,
            Event.STOPPED, STOPPED,
            Event.GONE, GONE));
    TABLE.put(UNTOLD, Map.of(Event.HAPPENED, HAPPENED, Event.DID_NOT, DID_NOT));
  }

  /** Where an event leads; empty where it means nothing here. */
  public Optional<Stage> after(Event event) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(event));
  }

  /** The name used in JSON, for instance {@code did_not}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether something may still come of it by itself. */
  public boolean isOpen() {
    return this == REQUESTED || this == ASKED || this == LATER || this == APPROVED;
  }

  /** Whether it takes one of those that the executive has in a month. */
  public boolean holdsSlot() {
    return switch (this) {
      case REQUESTED, ASKED, APPROVED, HAPPENED, UNTOLD -> true;
      case LATER, DECLINED, DID_NOT, EXPIRED, STOPPED, GONE -> false;
    };
  }

  /** Whether whoever wanted it has to hear of it. */
  boolean isNews() {
    return switch (this) {
      case LATER, APPROVED, DECLINED, EXPIRED, STOPPED, GONE -> true;
      case REQUESTED, ASKED, HAPPENED, DID_NOT, UNTOLD -> false;
    };
  }
}
