package rollcall.stock;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Numbers the products of one ticket from 0 on, as they come. Without garbage while they are few. */
final class ProductNumbers {

    private static final int FEW = 32;

    private String[] products = new String[FEW];
    private int size;
    /** Null while the products are few. */
    private Map<String, Integer> index;

    void clear() {
        size = 0;
        index = null;
    }

    int size() {
        return size;
    }

    String product(int number) {
        return products[number];
    }

    int numberOf(String product) {
        if (index != null) {
            Integer known = index.putIfAbsent(product, size);
            return known != null ? known : add(product);
        }
        for (int i = 0; i < size; i++) {
            if (products[i].equals(product)) {
                return i;
            }
        }
        if (size == FEW) {
            startIndex();
            return numberOf(product);
        }
        return add(product);
    }

    /** A map and not a table of our own: it stays fast whatever hashes a sender has picked. */
    private void startIndex() {
        index = new HashMap<>();
        for (int i = 0; i < size; i++) {
            index.put(products[i], i);
        }
    }

    private int add(String product) {
        if (size == products.length) {
            products = Arrays.copyOf(products, size * 2);
        }
        products[size] = product;
        return size++;
    }
}
