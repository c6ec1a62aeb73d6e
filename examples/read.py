import json
import sys

report = json.load(open(sys.argv[1], encoding="utf-8"))
figure = report["figures"]["return.IWM.1d"]
print(report["session"], figure["value"], figure["unit"], figure["status"], figure.get("reason", ""))
