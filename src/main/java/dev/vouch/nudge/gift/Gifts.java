package dev.vouch.nudge.gift;

/** All that a workspace has about gifts: the rules, and the register. */
public record Gifts(GiftPolicy policy, GiftRegister register) {}
