"""Signed papers 签回件: pages that came back from signing, in the files they belong to, and those still to be filed."""
