"""The HTTP door: each route is one call of the service and one answer.

Errors are RFC 9457 problems whose `detail` is the sentence that Kuroibara's own clients read.
It holds no rules: who may do what, and what a backup is, is decided in `service`.
"""
