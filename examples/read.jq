.session as $session
| .figures["return.IWM.1d"]
| [$session, .value, .unit, .status, .reason // ""]
| map(tostring)
| join(" ")
