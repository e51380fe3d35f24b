"""Storage: the database, its column types, sealed files, migrations. Tables live in the rooms that own them.

May import security and settings only.
"""
