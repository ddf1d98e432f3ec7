/** Trains the reply model, measures it, and writes its card. */
@NullMarked
package dev.vouch.classify.train.reply;

import org.jspecify.annotations.NullMarked;
