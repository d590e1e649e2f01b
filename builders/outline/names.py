"""The names a beginner may write instead of ours: names in, ours out. No pydantic here."""

from __future__ import annotations

from builders.outline.names_maps import MAPS

BLOCKS = (
    "text", "points", "timeline", "quote", "image", "map", "table", "chart", "comparison", "document", "question",
    "activity", "notes",
)  # fmt: skip
"""The kinds of blocks, each named by its first key."""

LESSON_ONLY = frozenset(
    {
        "essential_question", "standards", "paper", "license", "subject", "keywords", "updated", "figure", "objectives",
        "terms", "people", "sources", "images", "sections", "quiz", "discussion", "exit", "further_reading", "timing",
        "misconceptions", "sensitivity",
    }
)  # fmt: skip
"""Fields that stand at the top of a lesson and nowhere else."""

_BLOCK_NAMES = {
    "text": "paragraph paragraphs prose body",
    "points": "point bullets bullet bullet_points list items",
    "timeline": "timelines time_line chronology events",
    "quote": "quotes quotation quotations citation",
    "image": "images picture pictures photo photos photograph figure",
    "map": "maps cartography",
    "table": "tables grid",
    "chart": "charts graph graphs bar_chart bar_graph line_chart line_graph diagram plot bars",
    "comparison": "comparisons compare comparing",
    "document": "documents primary_source",
    "question": "questions task prompt",
    "activity": "activities exercise",
    "notes": "note teacher_notes teacher_note speaker_notes speaker_note",
}

_CREDIT = {
    "creator": "author authors artist photographer by maker painter creators",
    "source": "archive holder owner museum ?from ?collection sources agency",
    "license": "licence licenses rights copyright",
    "url": "link website web address href",
    "alt": "alt_text alternative ?description ?describe alternative_text",
    "file": "filename file_name path picture ?image src ?photo",
    "caption": "captions label",
    "date": "year dates",
    "changes": "modifications modified change edits",
    "basis": "reason rationale permission",
    "credit": "credits attribution",
    "title": "name titles",
    "width": "size printed_width print_width printed_size",
    "crop": "aspect aspect_ratio ratio proportion",
    "fit": "object_fit",
    "focus": "focal_point focal focus_point object_position",
}

# A question mark before a name: it may mean something else.
_SYNONYMS: dict[str, dict[str, str]] = {
    **MAPS,
    "lesson": {
        "title": "name heading lesson_title ?topic titles",
        "essential_question": "key_question big_question driving_question guiding_question",
        "level": "grade grades grade_level age ages year_group ?class ?audience",
        "theme": "?style ?design ?look",
        "minutes": "duration time length lesson_time minute mins",
        "standards": "standard",
        "language": "lang locale",
        "paper": "paper_size page_size papersize",
        "authors": "author by writer teacher",
        "license": "licence rights copyright",
        "subject": "subjects ?course",
        "keywords": "keyword tags tag",
        "updated": "?date modified last_updated",
        "figure": "cover cover_image main_image hero",
        "objectives": "objective goals goal aims aim outcomes learning_objectives learning_goals learning_outcomes",
        "terms": "term vocabulary vocab glossary key_terms keyterms words key_words definitions",
        "people": "persons person key_people ?figures ?characters who",
        "sources": "source references reference bibliography works_cited citations",
        "images": "pictures photos photographs ?image ?picture ?photo illustrations",
        "sections": "section parts chapters ?body ?slides content_sections",
        "quiz": "quizzes test assessment ?questions",
        "discussion": "discussions discussion_questions talk",
        "exit": "exit_ticket exitticket exit_question ticket",
        "further_reading": "reading readings read_more see_also ?further ?more",
        "timing": "timings schedule agenda ?plan",
        "misconceptions": "misconception myths",
        "sensitivity": "sensitive content_warning trigger_warning ?warning",
        "notes": "note teacher_notes teachers_notes",
    },
    "section": {
        "heading": "title ?name header section",
        "headline": "slide_title ?slide heading_slide",
        "minutes": "duration time length mins minute",
        "content": "contents blocks body items",
        "notes": "note teacher_notes speaker_notes",
    },
    "source": {
        "type": "kind",
        "author": "authors by writer creator",
        "editor": "editors",
        "translator": "translators translated_by",
        "title": "name titles",
        "title_short": "short_title shorttitle short",
        "publication": "journal newspaper magazine container website site in",
        "publisher": "published_by press",
        "place": "city location",
        "date": "year published dates",
        "volume": "vol",
        "pages": "page pp",
        "url": "link address href web",
        "accessed": "retrieved access_date",
        "archive": "library collection",
        "note": "notes comment",
    },
    "image": _CREDIT,
    "event": {
        "date": "year when day time",
        "event": "text what title name description happening",
        "source": "sources from",
        "lane": "lanes track row side country power",
        "highlight": "highlighted important key turning_point",
        "image": "picture photo",
    },
    "points": {"points": _BLOCK_NAMES["points"], "headline": "title heading slide_title"},
    "point": {"point": "text item title name", "points": "subpoints items children sub_points bullets"},
    "timeline": {
        "timeline": _BLOCK_NAMES["timeline"],
        "title": "name heading caption",
        "headline": "slide_title",
    },
    "quote": {
        "quote": "text quotation words",
        "by": "author speaker attribution who said_by ?person ?from ?name",
        "translation": "english translated ?meaning",
        "language": "lang original_language",
        "date": "year when",
        "source": "sources citation reference",
        "translator": "translated_by",
        "headline": "title heading slide_title",
    },
    "image_block": {
        "image": _BLOCK_NAMES["image"],
        "caption": "label title",
        "headline": "heading slide_title",
    },
    "table": {
        "table": "rows data",
        "caption": "title name label",
        "source": "sources",
        "lines": "space height",
        "headline": "heading slide_title",
    },
    "chart": {
        "chart": _BLOCK_NAMES["chart"] + " data rows values numbers",
        "kind": "type style form",
        "title": "name heading",
        "unit": "units measure measured_in ylabel y_axis axis",
        "caption": "label note",
        "source": "sources",
        "highlight": "highlighted accent emphasis emphasise emphasize focus",
        "headline": "slide_title",
    },
    "comparison": {
        "comparison": "compare columns",
        "caption": "title name label",
        "source": "sources",
        "headline": "heading slide_title",
    },
    "document": {
        "document": "title name",
        "by": "author authors speaker creator from who",
        "date": "year when",
        "source": "sources citation reference",
        "language": "lang",
        "headnote": "introduction intro context ?background ?about head_note",
        "excerpt": "text body extract passage ?content ?words",
        "translation": "english translated",
        "translator": "translated_by",
        "rights": "license licence copyright",
        "questions": "question sourcing_questions",
        "headline": "heading slide_title",
    },
    "question": {
        "question": "prompt stem text ask",
        "answer": "answers solution model_answer response key",
        "lines": "space answer_lines line",
        "depth": "dok level difficulty depth_of_knowledge",
        "skill": "skills strategy",
        "minutes": "time duration mins",
        "headline": "title heading slide_title",
    },
    "activity": {
        "activity": "title name task",
        "minutes": "time duration mins",
        "grouping": "groups group work organisation organization",
        "materials": "material resources supplies you_need",
        "steps": "step instructions directions procedure",
        "lines": "space answer_lines",
        "answer": "answers solution model_answer",
        "rubric": "criteria assessment grading rubrics",
        "headline": "heading slide_title",
    },
    "text": {"text": _BLOCK_NAMES["text"]},
    "notes": {"notes": _BLOCK_NAMES["notes"]},
    "cell": {"answer": "answers solution key"},
    "multiple_choice": {
        "question": "prompt stem text",
        "choices": "options choice answers alternatives",
        "answer": "correct correct_answer right_answer solution key",
        "reason": "explanation why rationale because feedback",
    },
    "choice": {
        "right": "correct answer yes true",
        "wrong": "incorrect no false distractor",
        "because": "reason why explanation feedback",
    },
    "true_false": {
        "statement": "claim true_false true_or_false ?text",
        "answer": "correct key is",
        "reason": "explanation why rationale because feedback",
    },
    "short_answer": {
        "question": "prompt stem text",
        "answer": "answers solution model_answer key",
        "lines": "space answer_lines",
        "reason": "explanation why rationale because feedback",
    },
    "matching": {
        "question": "prompt stem instructions",
        "match": "matching",
        "pairs": "pair matches items",
        "reason": "explanation why rationale because feedback",
    },
    "fill_in": {
        "fill": "fill_in fill_in_the_blank gap blank blanks cloze sentence",
        "answer": "solution key",
        "answers": "solutions keys words",
        "reason": "explanation why rationale because feedback",
    },
    "exit": {
        "question": "prompt text stem",
        "lines": "space answer_lines",
        "answer": "answers solution model_answer",
    },
    "step": {"minutes": "time duration mins minute", "step": "what text activity name title"},
    "misconception": {
        "misconception": "myth claim belief students_say",
        "answer": "truth correction response reality fact you_say",
    },
    "sensitivity": {
        "flag": "warning ?note content_warning",
        "prepare": "preparation before",
        "alternative": "alternative_task opt_out optout",
    },
    "course": {
        "title": "name heading course",
        "lessons": "lesson outlines files",
        "authors": "author by",
        "license": "licence rights copyright",
        "language": "lang",
        "paper": "paper_size page_size",
        "theme": "?style ?design ?look",
        "subject": "subjects",
        "description": "summary about",
        "level": "grade grades",
    },
}


def _inverted(names: dict[str, str]) -> dict[str, str]:
    return {word.lstrip("?"): ours for ours, words in names.items() for word in words.split()}


_THEME_SYNONYMS = {
    "theme": {
        "based_on": "base theme extends parent based",
        "colors": "colours color colour palette",
        "page": "pages print paper handout",
        "slides": "slide deck",
        "manner": "style look",
        "logo": "sign badge image",
        "footer": "foot footer_text foot_line",
    },
    "theme_colors": {
        "ink": "text black foreground",
        "muted": "grey gray caption",
        "accent": "main primary accent1",
        "second": "secondary accent2",
        "hairline": "hairlines line lines",
        "paper": "background white",
        "night": "dark cover",
        "tint": "light band",
    },
    "theme_page": {
        "reading": "body_font text serif font",
        "labels": "label sans",
        "headings": "heading_font display",
        "answer_lines": "answers lines",
    },
    "theme_slides": {"headings": "heading heading_font", "text": "font labels reading"},
    "theme_manner": {"mark": "marks title", "headings": "heading", "lines": "align justify"},
    "theme_logo": {"file": "image picture path src", "alt": "name text description alt_text"},
}

SYNONYMS = {model: _inverted(names) for model, names in (_SYNONYMS | _THEME_SYNONYMS).items()}
"""For each kind of mapping: a name that is not ours, normalised → ours."""

UNSURE = {
    (model, word.lstrip("?"))
    for model, names in _SYNONYMS.items()
    for words in names.values()
    for word in words.split()
    if word.startswith("?")
}
"""Of those, the ones that may mean something else: their cure is offered, but not applied unasked."""

BLOCK_SYNONYMS = _inverted(_BLOCK_NAMES)
"""Names of blocks that are not ours → ours."""


OUR_NAMES = frozenset(name for names in _SYNONYMS.values() for name in names)
"""Every field of lessons and courses that has other names."""


def normalised(name: str) -> str:
    """A name as it would be written here: lower case, words joined by underscores."""
    return "_".join(
        name.casefold().replace("-", " ").replace("_", " ").replace("’", "").replace("'", "").split()
    )
