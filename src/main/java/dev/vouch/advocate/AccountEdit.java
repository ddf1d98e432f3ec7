package dev.vouch.advocate;

import java.time.Instant;

/**
 * Who changes accounts on purpose, and what holds for it.
 *
 * @param by Slack id of a person, or what else it is: {@code an import of accounts.csv}
 * @param mostMarquee how many accounts may be marquee afterwards, if this makes one so
 */
public record AccountEdit(String by, Instant at, int mostMarquee) {}
