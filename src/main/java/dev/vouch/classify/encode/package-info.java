/** Sentence vectors: word pieces, and the encoder that runs on ONNX Runtime. */
@NullMarked
package dev.vouch.classify.encode;

import org.jspecify.annotations.NullMarked;
