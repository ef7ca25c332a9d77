"""What the app knows without looking: values, states, rules, sentences.

Standard library only; no clock, disk, network or Qt. Time and free space are arguments.

Words: a *remote backup* lies on a server, a *local copy* in the vault; a *backup* is the row that
a person sees, wherever its bytes are. A *transfer* is bytes on their way,
a *job* is the server's work.
"""
