package dev.vouch.nudge.gift;

/**
 * Something that one of us would like to give, or has given.
 *
 * @param what in a few words
 * @param surprise whether nobody had announced it
 */
public record Gift(String what, Money worth, boolean surprise) {}
