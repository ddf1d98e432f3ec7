/**
 * Text to judgement: the models at work, and the evidence for what they say.
 *
 * <p>Each part stands on those before it: {@code text} reads what was written, {@code feature}
 * finds what the models look at, this package judges, {@code train} makes and measures the models.
 */
@NullMarked
package dev.vouch.classify;

import org.jspecify.annotations.NullMarked;
