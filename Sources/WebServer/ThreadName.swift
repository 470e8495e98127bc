import CWebSockets

/// Names the calling thread for debuggers and `top`.
func nameThread(_ name: String) { cws_name_thread(name) }
