package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A class with more fields than are filled by one method. */
@EveryDatabase
@DisplayName("An entity of 111 fields on")
class WideEntityTest extends DatabaseTest {

    @Entity
    @Table(name = "wide")
    static class Wide {
        @Id
        int id;

        int f0, f1, f2, f3, f4, f5, f6, f7, f8, f9;
        int f10, f11, f12, f13, f14, f15, f16, f17, f18, f19;
        int f20, f21, f22, f23, f24, f25, f26, f27, f28, f29;
        int f30, f31, f32, f33, f34, f35, f36, f37, f38, f39;
        int f40, f41, f42, f43, f44, f45, f46, f47, f48, f49;
        int f50, f51, f52, f53, f54, f55, f56, f57, f58, f59;
        int f60, f61, f62, f63, f64, f65, f66, f67, f68, f69;
        int f70, f71, f72, f73, f74, f75, f76, f77, f78, f79;
        int f80, f81, f82, f83, f84, f85, f86, f87, f88, f89;
        int f90, f91, f92, f93, f94, f95, f96, f97, f98, f99;
        int f100, f101, f102, f103, f104, f105, f106, f107, f108, f109;
    }

    WideEntityTest() {
        super(Wide.class);
    }

    @Test
    void comesBackWithTheValueOfEachField() {
        elsewhere(s -> {
            Wide wide = new Wide();
            wide.id = 1;
            wide.f0 = 2;
            wide.f31 = 3;
            wide.f64 = 4;
            wide.f109 = 5;
            s.add(wide);
        });

        Wide found = session.getOne(Wide.class, 1);

        assertThat(new int[] {found.id, found.f0, found.f31, found.f64, found.f65, found.f109})
                .containsExactly(1, 2, 3, 4, 0, 5);
    }
}
