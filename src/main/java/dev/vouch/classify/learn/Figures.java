package dev.vouch.classify.learn;

/**
 * How well a model does on what nothing was trained on.
 *
 * @param met how many of the held-out corrections it meets
 * @param corrections how many there are
 * @param baseline mean F1 of the intents on held-out rows of the shipped corpus
 */
public record Figures(int met, int corrections, double baseline) {}
