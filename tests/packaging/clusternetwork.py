# SPDX-License-Identifier: GPL-3.0-or-later
"""What NetworkPolicies let through: a pod that a policy of a direction chooses is closed but for what such policies name."""


def chooses(selector, labels):
    if not selector.get("matchLabels", {}).items() <= labels.items():
        return False
    for rule in selector.get("matchExpressions", []):
        isIn = labels.get(rule["key"]) in rule["values"]
        if isIn != (rule["operator"] == "In"):
            return False
    return True


class Network:
    def __init__(self, policies):
        self.policies = [policy["spec"] for policy in policies]

    def rules(self, direction, labels):
        """None: no policy is about this pod, so all is open."""
        about = [policy for policy in self.policies
                 if direction in policy["policyTypes"] and chooses(policy["podSelector"], labels)]
        return [rule for policy in about for rule in policy.get(direction.lower(), [])] if about else None

    def passes(self, direction, labels, port, isPeer):
        rules = self.rules(direction, labels)
        word = {"Ingress": "from", "Egress": "to"}[direction]
        return rules is None or any(
            any(entry["port"] == port and entry["protocol"] == "TCP" for entry in rule["ports"])
            and (word not in rule or any(isPeer(peer) for peer in rule[word])) for rule in rules)

    def lets(self, source, target, port):
        """From pod to pod of this namespace, by their labels."""
        def isPod(labels):
            return lambda peer: "namespaceSelector" not in peer and "podSelector" in peer and chooses(peer["podSelector"], labels)
        return self.passes("Egress", source, port, isPod(target)) and self.passes("Ingress", target, port, isPod(source))

    def lets_out(self, source, network, port):
        return self.passes("Egress", source, port, lambda peer: peer.get("ipBlock", {}).get("cidr") == network)

    def lets_in(self, target, port):
        """From anywhere."""
        return self.passes("Ingress", target, port, lambda peer: False)
