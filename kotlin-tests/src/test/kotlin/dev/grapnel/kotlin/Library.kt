package dev.grapnel.kotlin

import jakarta.persistence.CascadeType
import jakarta.persistence.Column
import jakarta.persistence.ElementCollection
import jakarta.persistence.Embeddable
import jakarta.persistence.Entity
import jakarta.persistence.EnumType
import jakarta.persistence.Enumerated
import jakarta.persistence.FetchType
import jakarta.persistence.GeneratedValue
import jakarta.persistence.Id
import jakarta.persistence.JoinColumn
import jakarta.persistence.ManyToOne
import jakarta.persistence.OneToMany
import jakarta.persistence.Table
import jakarta.persistence.Transient
import jakarta.persistence.Version
import java.time.LocalDate

enum class Shelf { ROMANCE, CRIME }

/** A value whose parts never change. */
@Embeddable
data class Isbn(
    @Column(name = "isbn_prefix") val prefix: String,
    @Column(name = "isbn_number") val number: String,
)

/** Final, with properties in the primary constructor and no constructor without arguments. */
@Entity
@Table(name = "author")
class Author(
    @Column(length = 60) var name: String,
    val born: LocalDate? = null,
) {
    @Id
    @GeneratedValue
    var id: Long? = null
        private set

    @OneToMany(mappedBy = "author", cascade = [CascadeType.ALL], orphanRemoval = true)
    val books: MutableList<Book> = mutableListOf()

    fun write(title: String, isbn: Isbn) = Book(title, this, isbn).also { books += it }
}

@Entity
@Table(name = "book")
class Book(
    var title: String,
    @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "author_id") var author: Author?,
    var isbn: Isbn,
) {
    @Id
    @GeneratedValue
    val id: Long? = null

    @Version
    var version: Int = 0

    @Enumerated(EnumType.STRING)
    var shelf: Shelf? = null

    @ElementCollection
    val words: MutableSet<String> = mutableSetOf()

    @Transient
    var opened = 0
}

/** Annotations at getters, with an id that is no part of equality. */
@Entity
@Table(name = "reader")
data class Reader(
    @get:Id @get:Column(name = "card") var card: String,
    @get:Column(name = "nick") var name: String?,
)
