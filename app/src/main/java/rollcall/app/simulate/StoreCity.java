package rollcall.app.simulate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A city with a store. City and state name the store, so there is one in each.
 *
 * @param state postal code
 * @param thousands inhabitants, in thousands
 * @param utcOffsetHours standard time of most of the state, which the store's hours follow
 */
record StoreCity(String name, String state, int thousands, int utcOffsetHours) {

    /** State, its time, and cities with their inhabitants in thousands. */
    private static final String CITIES = """
            CA -8: Los Angeles 3972; San Diego 1395; San Jose 1027; San Francisco 865; Fresno 520; Sacramento 491
            CA -8: Long Beach 474; Oakland 419; Bakersfield 374; Anaheim 351; Santa Ana 335; Riverside 322; Stockton 306
            CA -8: Chula Vista 266; Irvine 257; Fremont 232; San Bernardino 216; Modesto 211; Fontana 207; Oxnard 207
            CA -8: Moreno Valley 204; Huntington Beach 202; Glendale 201; Santa Clarita 182; Oceanside 176
            CA -8: Garden Grove 175; Rancho Cucamonga 175; Santa Rosa 175; Ontario 171; Elk Grove 167
            TX -6: Houston 2296; San Antonio 1470; Dallas 1300; Austin 932; Fort Worth 833; El Paso 681; Arlington 388
            TX -6: Corpus Christi 324; Plano 284; Laredo 255; Lubbock 249; Garland 237; Irving 237; Amarillo 199
            TX -6: Grand Prairie 188; Brownsville 184
            NY -5: New York City 8175; Buffalo 258; Rochester 210; Yonkers 201
            AZ -7: Phoenix 1563; Tucson 532; Mesa 472; Chandler 261; Gilbert 248; Glendale 240; Scottsdale 237; Tempe 176
            AZ -7: Peoria 171
            FL -5: Jacksonville 868; Miami 441; Tampa 369; Orlando 271; St. Petersburg 257; Hialeah 237; Tallahassee 190
            FL -5: Fort Lauderdale 179; Cape Coral 175; Pembroke Pines 167; Port Saint Lucie 165
            IL -6: Chicago 2721; Aurora 201
            NC -5: Charlotte 827; Raleigh 451; Greensboro 285; Durham 258; Winston-Salem 241; Fayetteville 202
            OH -5: Columbus 850; Cleveland 388; Cincinnati 297; Toledo 280; Akron 198
            PA -5: Philadelphia 1567; Pittsburgh 304
            TN -6: Memphis 656; Nashville 531; Knoxville 185; Chattanooga 177
            VA -5: Virginia Beach 453; Norfolk 246; Chesapeake 235; Richmond 220; Arlington 208; Newport News 182
            CO -7: Denver 683; Colorado Springs 457; Aurora 359
            NV -8: Las Vegas 624; Henderson 286; Reno 241; North Las Vegas 235
            WA -8: Seattle 684; Spokane 213; Tacoma 208; Vancouver 173
            IN -5: Indianapolis 830; Fort Wayne 260
            OK -6: Oklahoma City 631; Tulsa 404
            MO -6: Kansas City 475; St. Louis 316; Springfield 167
            MI -5: Detroit 677; Grand Rapids 195
            MA -5: Boston 667; Worcester 185
            WI -6: Milwaukee 600; Madison 249
            LA -6: New Orleans 390; Baton Rouge 229; Shreveport 197
            AL -6: Birmingham 212; Montgomery 201; Mobile 194; Huntsville 191
            NE -6: Omaha 444; Lincoln 277
            MN -6: Minneapolis 411; Saint Paul 285
            GA -5: Atlanta 464; Columbus 201
            OR -8: Portland 632
            MD -5: Baltimore 622
            DC -5: Washington, D.C. 602
            KS -6: Wichita 390; Overland Park 187
            NM -7: Albuquerque 559
            NJ -5: Newark 282; Jersey City 264
            KY -5: Louisville 244; Lexington 225
            HI -10: Honolulu 372
            AK -9: Anchorage 299
            IA -6: Des Moines 210
            AR -6: Little Rock 198
            UT -7: Salt Lake City 193
            RI -5: Providence 179
            SD -6: Sioux Falls 172
            MS -6: Jackson 171
            """;

    /** Largest first. */
    static final List<StoreCity> ALL = CITIES.lines()
            .flatMap(StoreCity::parse)
            .sorted(Comparator.comparingInt(StoreCity::thousands).reversed())
            .toList();

    /** What a store's tickets are keyed by, so that they stay in order. */
    String key() {
        return name + "|" + state;
    }

    private static Stream<StoreCity> parse(String line) {
        String state = line.substring(0, 2);
        int colon = line.indexOf(':');
        int utcOffsetHours = Integer.parseInt(line.substring(3, colon));
        return Arrays.stream(line.substring(colon + 2).split("; ")).map(city -> {
            int blank = city.lastIndexOf(' ');
            int thousands = Integer.parseInt(city.substring(blank + 1));
            return new StoreCity(city.substring(0, blank), state, thousands, utcOffsetHours);
        });
    }
}
