"""Principal: the pages by which the person an application is about gives their own word, on their own telephone.

May import the resident's other pages, web and everything below it.
"""
