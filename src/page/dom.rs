//! A page's element tree, as the HTML standard's parser builds it. For the command only: in a browser
//! the page itself is the tree. Knows nothing of what the elements mean.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, LocalName, Namespace, QualName};

/// Index of a node in its tree.
pub type NodeId = usize;

#[derive(Debug)]
pub enum Kind {
    Document,
    Element {
        name: QualName,
        attributes: Vec<(String, String)>,
    },
    Text(String),
    /// Comments, doctypes, processing instructions.
    Other,
}

#[derive(Debug)]
pub struct Node {
    pub kind: Kind,
    pub parent: Option<NodeId>,
    pub children: Vec<NodeId>,
}

/// The tree; node 0 is the document.
#[derive(Debug)]
pub struct Dom {
    nodes: Vec<Node>,
}

impl Dom {
    pub fn parse(html: &str) -> Dom {
        html5ever::parse_document(Sink::new(), html5ever::ParseOpts::default()).one(html)
    }

    pub fn children(&self, id: NodeId) -> &[NodeId] {
        self.nodes.get(id).map_or(&[], |n| n.children.as_slice())
    }

    /// The tag of an element, empty for anything else.
    pub fn tag(&self, id: NodeId) -> &str {
        match self.nodes.get(id).map(|n| &n.kind) {
            Some(Kind::Element { name, .. }) => &name.local,
            _ => "",
        }
    }

    /// The text of a text node.
    pub fn text(&self, id: NodeId) -> Option<&str> {
        match self.nodes.get(id).map(|n| &n.kind) {
            Some(Kind::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// An attribute's value, empty when there is none.
    pub fn attribute(&self, id: NodeId, key: &str) -> &str {
        match self.nodes.get(id).map(|n| &n.kind) {
            Some(Kind::Element { attributes, .. }) => {
                attributes.iter().find(|(k, _)| k == key).map_or("", |(_, value)| value)
            }
            _ => "",
        }
    }

    pub fn has_attribute(&self, id: NodeId, key: &str) -> bool {
        matches!(self.nodes.get(id).map(|n| &n.kind),
            Some(Kind::Element { attributes, .. }) if attributes.iter().any(|(k, _)| k == key))
    }

    /// All text under a node, as written.
    pub fn inner_text(&self, id: NodeId) -> String {
        let mut out = String::new();
        let mut stack = vec![id];
        while let Some(id) = stack.pop() {
            if let Some(text) = self.text(id) {
                out.push_str(text);
            }
            stack.extend(self.children(id).iter().rev());
        }
        out
    }

    /// Every node in document order.
    pub fn walk(&self) -> impl Iterator<Item = NodeId> + '_ {
        let mut stack = vec![0];
        std::iter::from_fn(move || {
            let id = stack.pop()?;
            stack.extend(self.children(id).iter().rev());
            Some(id)
        })
    }
}

struct Sink {
    nodes: RefCell<Vec<Node>>,
}

impl Sink {
    fn new() -> Sink {
        Sink { nodes: RefCell::new(vec![Node { kind: Kind::Document, parent: None, children: Vec::new() }]) }
    }

    fn add(&self, kind: Kind) -> NodeId {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { kind, parent: None, children: Vec::new() });
        nodes.len() - 1
    }

    fn children_of(&self, id: NodeId) -> usize {
        self.nodes.borrow()[id].children.len()
    }

    fn detach(&self, id: NodeId) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[id].parent.take() {
            nodes[parent].children.retain(|&child| child != id);
        }
    }

    /// Puts a node or text under a parent, at a place among its children; text joins text before it.
    fn insert(&self, parent: NodeId, at: usize, child: NodeOrText<NodeId>) {
        let id = match child {
            NodeOrText::AppendNode(id) => {
                self.detach(id);
                id
            }
            NodeOrText::AppendText(text) => {
                let before = at.checked_sub(1).and_then(|i| self.nodes.borrow()[parent].children.get(i).copied());
                if let Some(before) = before
                    && let Kind::Text(written) = &mut self.nodes.borrow_mut()[before].kind
                {
                    written.push_str(&text);
                    return;
                }
                self.add(Kind::Text(text.to_string()))
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        nodes[id].parent = Some(parent);
        let at = at.min(nodes[parent].children.len());
        nodes[parent].children.insert(at, id);
    }
}

#[derive(Debug)]
struct Name<'a>(Ref<'a, QualName>);

impl html5ever::interface::ElemName for Name<'_> {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }
    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Dom;
    type ElemName<'a> = Name<'a>;

    fn finish(self) -> Dom {
        Dom { nodes: self.nodes.into_inner() }
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Name<'a> {
        Name(Ref::map(self.nodes.borrow(), |nodes| match &nodes[*target].kind {
            Kind::Element { name, .. } => name,
            // the parser asks for the names of elements only
            other => unreachable!("not an element: {other:?}"),
        }))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> NodeId {
        let attributes = attributes.into_iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
        self.add(Kind::Element { name, attributes })
    }

    fn create_comment(&self, _: StrTendril) -> NodeId {
        self.add(Kind::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> NodeId {
        self.add(Kind::Other)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.insert(*parent, self.children_of(*parent), child);
    }

    fn append_based_on_parent_node(&self, element: &NodeId, prev: &NodeId, child: NodeOrText<NodeId>) {
        let has_parent = self.nodes.borrow()[*element].parent.is_some();
        if has_parent { self.append_before_sibling(element, child) } else { self.append(prev, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// A template's contents hang under the template itself, where nothing reads them.
    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        *target
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        if let NodeOrText::AppendNode(id) = &child {
            self.detach(*id);
        }
        let place = {
            let nodes = self.nodes.borrow();
            nodes[*sibling].parent.map(|p| (p, nodes[p].children.iter().position(|c| c == sibling).unwrap_or(0)))
        };
        if let Some((parent, at)) = place {
            self.insert(parent, at, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &NodeId, new: Vec<Attribute>) {
        if let Kind::Element { attributes, .. } = &mut self.nodes.borrow_mut()[*target].kind {
            for attribute in new {
                let key = attribute.name.local.to_string();
                if !attributes.iter().any(|(k, _)| *k == key) {
                    attributes.push((key, attribute.value.to_string()));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let mut nodes = self.nodes.borrow_mut();
        let children = std::mem::take(&mut nodes[*node].children);
        for &child in &children {
            nodes[child].parent = Some(*new_parent);
        }
        nodes[*new_parent].children.extend(children);
    }
}
