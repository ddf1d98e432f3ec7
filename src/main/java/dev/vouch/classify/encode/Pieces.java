package dev.vouch.classify.encode;

import java.util.Arrays;

/**
 * A text in the pieces that the encoder reads.
 *
 * @param ids numbers of the pieces
 * @param starts where each begins in the text; -1 for what the text does not hold
 * @param ends just behind its last character; -1 likewise
 */
public record Pieces(int[] ids, int[] starts, int[] ends) {
  /** How many pieces there are. */
  public int count() {
    return ids.length;
  }

  /** Collects pieces, up to a number of them. */
  static final class Builder {
    private final int most;
    private int[] ids = new int[32];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int size;

    Builder(int most) {
      this.most = most;
    }

    boolean isFull() {
      return size >= most;
    }

    int size() {
      return size;
    }

    void add(int id, int start, int end) {
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, size * 2);
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
      }
      ids[size] = id;
      starts[size] = start;
      ends[size] = end;
      size++;
    }

    void cutBackTo(int count) {
      size = count;
    }

    Pieces endedBy(int id) {
      size = Math.min(size, most);
      add(id, -1, -1);
      return new Pieces(
          Arrays.copyOf(ids, size), Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
    }
  }
}
