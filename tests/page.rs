//! Which blocks of a page are the story, on pages that copy the markup habits of real sites.
//! The pages are ours; what they hold is invented.

use hearsay::article::Part;
use hearsay::page::{PageBlock, PageInput, Status, Story, article_from_text, page_from_html, story_of};

fn story(html: &str) -> Story {
    story_of(&page_from_html(html))
}

fn parts(story: &Story) -> Vec<(Part, &str)> {
    story.article.blocks.iter().map(|b| (b.part, b.span.of(&story.article.text))).collect()
}

fn texts(story: &Story, part: Part) -> Vec<String> {
    parts(story).into_iter().filter(|(p, _)| *p == part).map(|(_, t)| t.to_owned()).collect()
}

const PARAGRAPHS: &str = "
<p>The harbour council of Veldt voted on Tuesday to close the eastern pier until the spring, officials said.</p>
<p>Engineers found cracks in eleven of the forty pillars, according to a report that the council published.</p>
<p>“We cannot wait for a storm to decide for us,” said Ida Brandt, who leads the council.</p>
<p>Fishermen who use the pier said they had not been asked, and that they would bring the matter to court.</p>";

#[test]
fn a_page_gives_headline_byline_body_caption_and_credit() {
    let html = format!(
        r#"<html><head><title>Harbour council closes pier | The Veldt Courier</title>
        <meta property="og:site_name" content="The Veldt Courier">
        <script type="application/ld+json">{{"author":[{{"name":"Mara Lindt"}}],"publisher":{{"name":"Veldt Courier"}}}}</script></head>
        <body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World news today</a></li></ul></nav></header>
        <main><article><h1>Harbour council closes pier</h1><div class="meta"><span>By Mara Lindt</span></div>
        <figure><img src="x"><figcaption>The eastern pier, seen from the lighthouse in May.</figcaption><div>Photo: Mara Lindt</div></figure>
        <div class="article-body">{PARAGRAPHS}</div></article>
        <aside><h2>Most read</h2><ul><li><a href="/a">A ferry is late again, and again nobody says why</a></li></ul></aside></main>
        <footer><p>The Veldt Courier is published by nobody at all. All rights reserved, as they say in such places.</p></footer></body></html>"#
    );
    let story = story(&html);
    assert_eq!(story.status, Status::Ok);
    assert_eq!(texts(&story, Part::Headline), ["Harbour council closes pier"]);
    assert_eq!(texts(&story, Part::Byline), ["By Mara Lindt"]);
    assert_eq!(texts(&story, Part::Caption), ["The eastern pier, seen from the lighthouse in May."]);
    assert_eq!(texts(&story, Part::Credit), ["Photo: Mara Lindt"]);
    assert_eq!(texts(&story, Part::Body).len(), 4);
    assert_eq!(story.article.outlet, "Veldt Courier");
    assert_eq!(story.article.authors, ["Mara Lindt"]);
}

#[test]
fn boxes_among_the_paragraphs_are_left_out() {
    let (first, rest) = PARAGRAPHS.split_at(PARAGRAPHS.find("<p>“We").unwrap());
    let html = format!(
        r#"<title>Pier</title><h1>Pier closes for the winter</h1><div class="story">{first}
        <div class="newsletter-signup"><p>Sign up for our newsletter and read the news of the harbour every single morning.</p></div>
        <div class="related-stories"><h3>Related stories</h3><p><a href="/1">A ferry is late again, and again nobody says why it is.</a></p></div>
        <p>Advertisement</p>{rest}</div>
        <section id="comments"><p>I have used that pier for thirty years and never saw a crack in it, not one.</p>
        <p>They should close the council instead of the pier, if you ask me, which nobody does.</p></section>"#
    );
    let story = story(&html);
    let body = texts(&story, Part::Body);
    assert_eq!(body.len(), 4, "{body:#?}");
    assert!(
        parts(&story)
            .iter()
            .all(|(_, t)| !t.contains("newsletter") && !t.contains("ferry") && !t.contains("thirty years"))
    );
}

#[test]
fn more_comments_than_story_are_still_not_the_story() {
    let comments: String = (0..60)
        .map(|n| {
            format!("<p>This is remark number {n}, and it goes on for a good while about the pier and the council.</p>")
        })
        .collect();
    let html = format!(
        r#"<h1>Pier closes</h1><div class="text">{PARAGRAPHS}</div><div class="comment-list">{comments}</div>"#
    );
    assert_eq!(texts(&story(&html), Part::Body).len(), 4);
}

#[test]
fn a_class_name_that_covers_the_whole_story_tells_nothing() {
    let html = format!(r#"<body><div class="page has-related with-sidebar"><h1>Pier closes</h1>{PARAGRAPHS}</div>"#);
    assert_eq!(texts(&story(&html), Part::Body).len(), 4);
}

#[test]
fn a_pull_quote_is_not_read_twice() {
    let html = format!(
        "<h1>Pier closes</h1><div>{PARAGRAPHS}<blockquote class=\"pullquote\">We cannot wait for a storm to decide for us</blockquote></div>"
    );
    let story = story(&html);
    assert_eq!(story.article.text.matches("We cannot wait").count(), 1);
    let html = format!(
        "<h1>Pier closes</h1>{PARAGRAPHS}<blockquote>The pier must be closed without delay, the report says in its last line.</blockquote>{PARAGRAPHS}"
    );
    assert_eq!(texts(&self::story(&html), Part::Quote).len(), 1);
}

#[test]
fn an_index_page_has_no_story() {
    let teaser = |n: u32| {
        format!(
            "<article><h3><a href='/{n}'>Story number {n} has a headline of a fair length</a></h3>\
             <p>And below it stands a sentence or two that say what the story number {n} is about.</p></article>"
        )
    };
    let teasers: String = (0..20).map(teaser).collect();
    let html =
        format!("<title>Veldt Courier</title><nav><a href='/'>Home</a></nav><main><h1>News</h1>{teasers}</main>");
    assert_eq!(story(&html).status, Status::NoStory);
    let links: String =
        (0..50).map(|n| format!("<li><a href='/{n}'>A link of some words, number {n}.</a></li>")).collect();
    assert_eq!(story(&format!("<ul>{links}</ul>")).status, Status::NoStory);
    assert_eq!(story("<h1>404</h1><p>Not found.</p><a href='/'>Home</a>").status, Status::NoStory);
}

#[test]
fn an_empty_page_is_empty_and_a_foreign_one_is_told() {
    assert_eq!(story("<html><body><script>var a = 1;</script></body></html>").status, Status::Empty);
    assert_eq!(story_of(&PageInput::default()).status, Status::Empty);
    let german = "<h1>Der Hafen</h1>
        <p>Der Hafenrat von Veldt hat am Dienstag beschlossen, die östliche Mole bis zum Frühjahr zu schließen.</p>
        <p>Fachleute fanden Risse in elf der vierzig Pfeiler, so ein Bericht, den der Rat am selben Tag vorgelegt hat.</p>
        <p>„Wir können nicht warten, bis ein Sturm entscheidet“, sagte die Vorsitzende des Rates vor Journalisten.</p>";
    assert_eq!(story(german).status, Status::NotEnglish);
}

#[test]
fn a_live_blog_keeps_its_entries() {
    let entry = |n: u32| {
        format!(
            "<article class='live-entry'><time>1{n}:00</time><h2>Entry {n}: the council meets again</h2>\
             <p>At the {n}th hour the council met and spoke of the pier, its chair said afterwards.</p>\
             <p>Nothing was decided at hour {n}, and the council will meet once more within the hour, she added.</p></article>"
        )
    };
    let html = format!("<title>Live: pier</title><h1>Live: the pier</h1>{}", (1..7).map(entry).collect::<String>());
    let story = story(&html);
    assert_eq!(story.status, Status::Ok);
    assert_eq!(texts(&story, Part::Body).len(), 12);
    assert_eq!(texts(&story, Part::Subhead).len(), 6);
}

#[test]
fn a_dateline_stands_apart_from_its_paragraph() {
    let html = format!(
        "<h1>Pier closes</h1><p>VELDT, Nov 3 (Agency) — The council voted on Tuesday to close the pier for good.</p>{PARAGRAPHS}"
    );
    let story = story(&html);
    assert_eq!(texts(&story, Part::Dateline), ["VELDT, Nov 3 (Agency) —"]);
    assert_eq!(texts(&story, Part::Body)[0], "The council voted on Tuesday to close the pier for good.");
}

#[test]
fn a_snippet_of_html_is_read_as_a_story() {
    let story = story("<p>Iran said on Monday that it would not take part in the talks at all.</p>");
    assert_eq!(story.status, Status::Ok);
    assert_eq!(story.article.text, "Iran said on Monday that it would not take part in the talks at all.");
}

#[test]
fn hidden_text_is_not_read() {
    let html = format!(
        "<h1>Pier closes</h1>{PARAGRAPHS}<p hidden>This paragraph is hidden from readers and must not be read.</p>
        <p style='display: none'>Nor must this one, which is hidden by its style and is long enough.</p>"
    );
    assert!(!story(&html).article.text.contains("must"));
}

#[test]
fn captions_give_up_their_labels_and_credits() {
    for (caption, words, credits) in [
        ("The pier in MayCredit: EPA", "The pier in May", vec!["Credit: EPA"]),
        ("Image caption The pier in May, before the storm", "The pier in May, before the storm", vec!["Image caption"]),
        ("Media captionThe pier in May", "The pier in May", vec!["Media caption"]),
        ("The pier stood empty on Monday. (Ana Silva/AP)", "The pier stood empty on Monday.", vec!["(Ana Silva/AP)"]),
        (
            "The pier stood empty on Monday.Ana Silva / AFP - Getty Images",
            "The pier stood empty on Monday.",
            vec!["Ana Silva / AFP - Getty Images"],
        ),
        (
            "The pier (left) and the old lighthouse behind it",
            "The pier (left) and the old lighthouse behind it",
            vec![],
        ),
        ("The pier stood empty. Nobody came on Monday", "The pier stood empty. Nobody came on Monday", vec![]),
    ] {
        let html = format!(
            "<h1>Pier closes</h1><div>{PARAGRAPHS}<figure><img><figcaption>{caption}</figcaption></figure>{PARAGRAPHS}</div>"
        );
        let story = story(&html);
        assert_eq!(texts(&story, Part::Caption), [words], "{caption}");
        assert_eq!(texts(&story, Part::Credit), credits, "{caption}");
    }
}

#[test]
fn a_gallery_that_shows_a_caption_folded_and_unfolded_has_one_caption() {
    let words =
        "The eastern pier of Veldt, seen from the lighthouse on a clear morning in May, a week before it was closed";
    let html = format!(
        "<h1>Pier closes</h1><div class='caption'>{words} to all who fish there. less</div>
         <div class='caption'>{words} ... more</div><div>{PARAGRAPHS}</div>"
    );
    assert_eq!(texts(&story(&html), Part::Caption).len(), 1);
}

#[test]
fn a_credit_speaks_for_nobody() {
    let html =
        format!("<h1>Pier closes</h1><div>{PARAGRAPHS}<p>Source: Harbour Ministry, October 25</p>{PARAGRAPHS}</div>");
    let story = story(&html);
    let report = hearsay::scan(&story.article).with_text(&story.article);
    let credit = report.blocks.as_ref().unwrap().iter().find(|b| b.part == Part::Credit).unwrap().span;
    assert!(report.attributions.iter().all(|a| a.cue[1] <= credit[0] || a.cue[0] >= credit[1]));
}

#[test]
fn letters_in_a_credit_are_no_public_body() {
    let html = format!(
        "<h1>Pier closes</h1><div>{PARAGRAPHS}<figure><figcaption>The pier in MayCredit: EPA</figcaption></figure>{PARAGRAPHS}</div>"
    );
    let page = page_from_html(&html);
    let caption = page.blocks.iter().position(|b| b.text.contains("EPA")).unwrap();
    let view = hearsay::view::of_page(&page, &hearsay::view::Options::default());
    assert!(view.marks.iter().all(|m| m.block != caption), "{:?}", view.marks);
}

#[test]
fn a_pull_quote_is_known_again_though_the_story_breaks_it_up() {
    let html = format!(
        "<h1>Pier closes</h1><div>{PARAGRAPHS}<aside class='pull-quote'>We cannot wait for a storm to decide for us, and we will not</aside>
         <p>“We cannot wait for a storm to decide for us,” she said once more, “and we will not.”</p></div>"
    );
    assert!(texts(&story(&html), Part::Quote).is_empty());
}

#[test]
fn a_standfirst_is_read_with_the_story_and_a_share_box_is_not() {
    let html = format!(
        "<title>Pier closes</title><h1>Pier closes</h1><h3>VELDT has closed its eastern pier until the spring, after engineers found cracks in it.</h3>
         <div class='share'>Copy this link and send it to your friends.</div><p>5 May 2024 08:00 GMT</p><div class='byline'>By Mara Lindt</div>
         <div>{PARAGRAPHS}</div>"
    );
    let story = story(&html);
    let body = texts(&story, Part::Body);
    assert!(body[0].starts_with("VELDT has closed"), "{body:#?}");
    assert_eq!(body.len(), 5, "{body:#?}");
    assert_eq!(texts(&story, Part::Byline), ["By Mara Lindt"]);
}

#[test]
fn a_letter_drawn_large_belongs_to_its_word() {
    let html = "<h1>Pier closes</h1><div><span class='cap'>T</span><p>he harbour council of Veldt closed its pier on Tuesday, officials said.</p>
        <div>“W</div><p>e cannot wait for a storm to decide for us,” said Ida Brandt, who leads the council.</p>
        <div>A</div><p>Fishermen said that they had not been asked about the pier at all by anybody.</p></div>";
    let body = texts(&story(html), Part::Body);
    assert!(body[0].starts_with("The harbour council"), "{body:#?}");
    assert!(body[1].starts_with("“We cannot wait"), "{body:#?}");
    assert!(body[2].starts_with("Fishermen said"), "{body:#?}");
}

#[test]
fn what_stands_under_the_story_is_not_the_story() {
    let html = format!(
        "<h1>Pier closes</h1><p>By Mara Lindt</p><div>{PARAGRAPHS}
         <p>(Additional reporting by {}; Editing by Jon Aas)</p>
         <p>* Pillars are counted from the shore, and the two under the lighthouse are left out.</p>
         <p>Mara Lindt is the editor of the Courier and a member of the council’s board for old harbours.</p></div>",
        "Ana Silva in Veldt, Per Holm in Aarne, ".repeat(12)
    );
    let story = story(&html);
    assert_eq!(texts(&story, Part::Body).len(), 4, "{:#?}", texts(&story, Part::Body));
    assert_eq!(texts(&story, Part::Byline).len(), 2);
}

/// A small deterministic generator of unpleasant strings.
struct Noise(u64);

impl Noise {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }

    fn text(&mut self, pieces: usize) -> String {
        const PIECES: &[&str] = &[
            "the",
            " ",
            "\n",
            "\n\n",
            "Iran",
            " said ",
            "“",
            "”",
            "\"",
            "'",
            "’s",
            "—",
            " - ",
            "(",
            ")",
            "U.S.",
            "🇰🇵",
            "𝒜",
            "e\u{301}",
            "\u{a0}",
            "\u{200b}",
            "\u{ad}",
            ".",
            "...",
            ",",
            "By ",
            "SEOUL (Reuters) — ",
            "Mr. ",
            "<p>",
            "</div>",
            "<",
            "&amp;",
            "\0",
            "\r\n",
            "alleged",
            "could not be independently verified",
            "according to",
            "minister",
            "0",
            "7,000",
            "ß",
            "Ż",
            "中文",
            "\t",
            "{n}",
            ":",
        ];
        (0..self.next(pieces)).map(|_| PIECES[self.next(PIECES.len())]).collect()
    }

    fn block(&mut self) -> PageBlock {
        let pick = |n: usize, from: &[&str]| from[n % from.len()].to_owned();
        PageBlock {
            text: self.text(40),
            tag: pick(self.next(9), &["p", "h1", "h2", "div", "li", "blockquote", "figcaption", "", "td"]),
            role: pick(self.next(8), &["", "main", "article", "nav", "aside", "header", "footer", "figure"]),
            hints: pick(
                self.next(9),
                &["", "byline", "body", "caption x", "credit", "related", "comment", "pullquote", "date"],
            ),
            link_chars: self.next(60) as f64,
            container: self.next(5) as f64,
            list: self.next(4) == 0,
            ..PageBlock::default()
        }
    }
}

fn check(story: &Story) {
    let text = &story.article.text;
    let mut end = 0;
    for block in &story.article.blocks {
        assert!(block.span.start >= end && block.span.end as usize <= text.len(), "blocks in order, in bounds");
        assert!(text.get(block.span.start as usize..block.span.end as usize).is_some(), "on character boundaries");
        end = block.span.end;
    }
    assert!(story.placed.windows(2).all(|w| w[0].span.end <= w[1].span.start));
}

#[test]
fn any_blocks_make_a_page_that_can_be_read_and_the_same_one_twice() {
    for seed in 1..400 {
        let mut noise = Noise(seed * 7919);
        let blocks = (0..noise.next(60)).map(|_| noise.block()).collect();
        let page = PageInput { blocks, title: noise.text(5), ..PageInput::default() };
        let story = story_of(&page);
        check(&story);
        for placed in &story.placed {
            assert_eq!(placed.span.of(&story.article.text), page.blocks[placed.block].text, "blocks are kept whole");
        }
        let options = hearsay::view::Options { hedges: seed % 2 == 0, places: seed % 3 == 0, ..Default::default() };
        let bytes = |page: &PageInput| serde_json::to_string(&hearsay::view::of_page(page, &options)).unwrap();
        assert_eq!(bytes(&page), bytes(&page));
        let view = hearsay::view::of_page(&page, &options);
        for mark in &view.marks {
            let length = page.blocks[mark.block].text.encode_utf16().count() as u32;
            assert!(mark.start < mark.end && mark.end <= length, "{mark:?} in a block of {length}");
        }
    }
}

#[test]
fn any_string_is_read_as_text_and_as_html() {
    for seed in 1..400 {
        let text = Noise(seed * 104_729).text(300);
        let article = article_from_text(&text);
        assert_eq!(article.text, text, "plain text is kept byte for byte");
        check(&Story { article, ..Story::default() });
        check(&story(&text));
        let view = hearsay::view::of_text(&text, &hearsay::view::Options { hedges: true, ..Default::default() });
        let length = text.encode_utf16().count() as u32;
        assert!(view.marks.iter().all(|m| m.block == 0 && m.start < m.end && m.end <= length));
    }
}

#[test]
fn deeply_nested_pages_are_read() {
    let html =
        format!("{}<p>{}</p>", "<div>".repeat(20_000), "A sentence of some length stands at the bottom of it all.");
    check(&story(&html));
}
