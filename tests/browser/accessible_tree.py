#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Prints what a screen reader finds in a browser's page, over AT-SPI: one JSON list [depth, role, name,
text, states, level] a line, in reading order, from the document on. The session's D-Bus is in
DBUS_SESSION_BUS_ADDRESS. Argument: the document's address. Ends with 1 when there is no such document."""
import json
import sys
import time

import pyatspi

PATIENCE_S = 20
STATES = {pyatspi.STATE_PRESSED: "pressed", pyatspi.STATE_EXPANDED: "expanded",
          pyatspi.STATE_CHECKED: "checked"}


def all_below(node):
    yield node
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child:
            yield from all_below(child)


def documents():
    for application in pyatspi.Registry.getDesktop(0):
        for node in all_below(application) if application else ():
            if node.getRole() in (pyatspi.ROLE_DOCUMENT_WEB, pyatspi.ROLE_DOCUMENT_FRAME):
                yield node


def find(address):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        for node in documents():
            try:
                if node.queryDocument().getAttributeValue("DocURL") == address or \
                        node.queryDocument().getAttributeValue("URI") == address:
                    return node
            except NotImplementedError:
                pass
        time.sleep(0.3)
    return None


def text_of(node):
    try:
        return node.queryText().getText(0, -1)
    except NotImplementedError:
        return ""


def tell(node, depth):
    states = node.getState()
    attributes = dict(item.split(":", 1) for item in node.getAttributes() if ":" in item)
    print(json.dumps([depth, node.getRoleName(), node.name, text_of(node),
                      [name for state, name in STATES.items() if states.contains(state)],
                      attributes.get("level", "")]))
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child:
            tell(child, depth + 1)


def main():
    document = find(sys.argv[1])
    if document is None:
        print("no document at", sys.argv[1], file=sys.stderr)
        return 1
    tell(document, 0)
    return 0


sys.exit(main())
