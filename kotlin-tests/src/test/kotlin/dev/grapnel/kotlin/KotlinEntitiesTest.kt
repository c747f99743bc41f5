package dev.grapnel.kotlin

import dev.grapnel.sql.Registry
import dev.grapnel.sql.Schema
import dev.grapnel.sql.Session
import dev.grapnel.sql.SessionFactory
import dev.grapnel.sql.attribute.ColumnAttribute
import dev.grapnel.sql.connection.Engine
import dev.grapnel.testkit.TestDatabases
import java.time.LocalDate
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.DisplayName
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedClass
import org.junit.jupiter.params.provider.EnumSource

@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabases::class, names = ["H2", "POSTGRESQL"])
@DisplayName("Entities in Kotlin on")
class KotlinEntitiesTest(private val database: TestDatabases) {
    private lateinit var engine: Engine
    private lateinit var registry: Registry
    private lateinit var sessions: SessionFactory

    @BeforeEach
    fun open() {
        engine = database.open()
        registry = Registry.of(Author::class.java, Book::class.java, Reader::class.java)
        Schema.of(registry).createAll(engine)
        sessions = SessionFactory.of(engine, registry)
    }

    @AfterEach
    fun close() {
        registry.dispose()
        engine.close()
    }

    private fun <R> inSession(work: (Session) -> R): R =
        sessions.open().use { session -> work(session).also { session.commit() } }

    private fun givenAnn(): Long = inSession { session ->
        val ann = Author("Ann", LocalDate.of(1970, 1, 2))
        ann.write("First", Isbn("978", "1")).words += "sea"
        ann.write("Second", Isbn("978", "2")).shelf = Shelf.CRIME
        session.add(ann)
        session.flush()
        ann.id!!
    }

    @Test
    fun areAddedAndRead() {
        val key = givenAnn()

        inSession { session ->
            val ann = session.get(Author::class.java, key)!!
            assertThat(ann.born).isEqualTo(LocalDate.of(1970, 1, 2))
            assertThat(ann.books.map { it.isbn }).containsExactlyInAnyOrder(Isbn("978", "1"), Isbn("978", "2"))
            assertThat(ann.books.flatMap { it.words }).containsExactly("sea")
            assertThat(ann.books.map { it.opened }).containsOnly(0)
        }
    }

    @Test
    fun areFoundByTheirAttributes() {
        givenAnn()
        val title = ColumnAttribute.of(Book::class.java, "title", String::class.java)

        inSession { session ->
            val found = session.query(Book::class.java).where(title.eq("Second")).list()
            assertThat(found.map { it.shelf }).containsExactly(Shelf.CRIME)
        }
    }

    @Test
    fun areChanged() {
        val key = givenAnn()
        inSession { session ->
            val ann = session.get(Author::class.java, key)!!
            ann.name = "Anna"
            ann.books.first { it.title == "First" }.isbn = Isbn("979", "3")
        }

        inSession { session ->
            val ann = session.get(Author::class.java, key)!!
            assertThat(ann.name).isEqualTo("Anna")
            assertThat(ann.books.first { it.title == "First" }.isbn).isEqualTo(Isbn("979", "3"))
        }
    }

    @Test
    fun areDeletedWhenTheirOwnerDropsThemOrGoes() {
        val key = givenAnn()
        inSession { session -> session.get(Author::class.java, key)!!.books.removeIf { it.title == "First" } }
        inSession { session -> assertThat(session.query(Book::class.java).list()).hasSize(1) }

        inSession { session -> session.delete(session.get(Author::class.java, key)!!) }

        inSession { session -> assertThat(session.query(Book::class.java).list()).isEmpty() }
    }

    @Test
    fun haveAnnotationsAtGetters() {
        inSession { session -> session.add(Reader("c1", "Bo")) }

        inSession { session ->
            val bo = session.get(Reader::class.java, "c1")!!
            bo.name = "Bob"
        }

        inSession { session -> assertThat(session.get(Reader::class.java, "c1")!!.name).isEqualTo("Bob") }
    }
}
