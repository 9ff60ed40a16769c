package rollcall.app.simulate;

import java.util.List;

/**
 * A city that drivers work in.
 *
 * @param weight its share of the drivers, against those of the others: roughly its population in 100,000
 * @param utcOffsetHours its standard time, which its shifts follow
 */
record City(String name, int weight, int utcOffsetHours) {

    static final List<City> ALL = List.of(
            new City("New York", 83, -5),
            new City("Los Angeles", 38, -8),
            new City("Chicago", 27, -6),
            new City("Houston", 23, -6),
            new City("Phoenix", 16, -7),
            new City("Philadelphia", 16, -5),
            new City("San Antonio", 15, -6),
            new City("San Diego", 14, -8),
            new City("Dallas", 13, -6),
            new City("Austin", 10, -6),
            new City("Seattle", 8, -8),
            new City("Denver", 7, -7));
}
