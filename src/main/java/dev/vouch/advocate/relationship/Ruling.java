package dev.vouch.advocate.relationship;

import java.time.Instant;

/**
 * What one of us decided about something that Vouch only suspects.
 *
 * @param confirmed whether they agree with the suspicion
 * @param by their Slack id
 */
public record Ruling(boolean confirmed, String by, Instant at) {}
