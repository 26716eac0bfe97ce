#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Kubernetes manifests, the base and each overlay: does each name, port, selector, variable and volume fit the others,
the image and the program? usage: tst_kubernetes.py PROGRAM [unittest arguments]"""
import re
import shutil
import subprocess
import sys
import unittest

import yaml

import tst_containers
from clusternetwork import Network
from deployments import KEYS, OVERLAYS, PACKAGING, ROOT, documents, kubernetes, targets
from tst_containers import checked, listening_port, unknown_variables

PLACEHOLDERS = {"REGISTRY", "REDIS_PASSWORD", "CREATEZOOM_TOKEN_KEYS", "NAMESPACE"}
UNITS = {"": 1, "m": 1e-3, "Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "mb": 2**20}


def amount(text):
    number, unit = re.fullmatch(r"([\d.]+)(\w*)", str(text)).groups()
    return float(number) * UNITS[unit]


class Cluster:
    """The objects of an overlay, found by what others call them."""

    def __init__(self, overlay):
        self.objects = kubernetes(overlay)
        self.workloads = [o for o in self.objects if o["kind"] in ("Deployment", "StatefulSet")]
        self.ours = [o for o in self.workloads if o["kind"] == "Deployment"]

    def named(self, kind, name):
        return next((o for o in self.objects if o["kind"] == kind and o["metadata"]["name"] == name), None)

    def of_kind(self, kind):
        return [o for o in self.objects if o["kind"] == kind]

    def chosen(self, selector):
        return [o for o in self.workloads if selector.items() <= labels(o).items()]

    def environment(self, workload):
        """What the process gets: the image's variables, ConfigMap and Secret, then its own."""
        container = container_of(workload)
        result = dict(targets()[role(workload)].env)
        for source in container["envFrom"]:
            (kind, reference), = source.items()
            held = self.named({"configMapRef": "ConfigMap", "secretRef": "Secret"}[kind], reference["name"])
            result.update(held.get("data", held.get("stringData")))
        result["CREATEZOOM_TOKEN_KEYS"] = KEYS # instead of the placeholder
        for variable in container.get("env", []):
            value = variable.get("value", "10.1.2.3")
            result[variable["name"]] = re.sub(r"\$\((\w+)\)", lambda match: result[match.group(1)], value)
        return result


def labels(workload):
    return workload["spec"]["template"]["metadata"]["labels"]


def pod(workload):
    return workload["spec"]["template"]["spec"]


def container_of(workload):
    container, = pod(workload)["containers"]
    return container


def role(workload):
    return labels(workload)["app.kubernetes.io/component"]


def ports_of(workload):
    return {port["name"]: port["containerPort"] for port in container_of(workload)["ports"]}


class Manifests:
    """What holds for the base and for every overlay."""
    overlay = None

    def setUp(self):
        self.cluster = Cluster(self.overlay)

    def test_names_are_unique_and_allowed(self):
        cluster = self.cluster
        names = [(o["kind"], o["metadata"]["name"]) for o in cluster.objects]
        self.assertEqual(len(names), len(set(names)))
        for _, name in names:
            self.assertRegex(name, r"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$")

    def test_selectors_choose_the_pods_that_are_meant(self):
        cluster = self.cluster
        for workload in cluster.workloads:
            self.assertEqual(cluster.chosen(workload["spec"]["selector"]["matchLabels"]), [workload])
        for service in cluster.of_kind("Service"):
            workload, = cluster.chosen(service["spec"]["selector"])
            for port in service["spec"]["ports"]:
                self.assertIn(port["targetPort"], ports_of(workload))
        budgets = [cluster.chosen(o["spec"]["selector"]["matchLabels"]) for o in cluster.of_kind("PodDisruptionBudget")]
        self.assertEqual(sorted(o["metadata"]["name"] for found in budgets for o in found),
                         sorted(o["metadata"]["name"] for o in cluster.ours))
        for stateful in cluster.of_kind("StatefulSet"):
            self.assertIsNotNone(cluster.named("Service", stateful["spec"]["serviceName"]))

    def test_images_are_those_that_are_built(self):
        cluster = self.cluster
        for workload in cluster.ours:
            self.assertEqual(container_of(workload)["image"], "${REGISTRY}/createzoom-%s:latest" % role(workload))
            self.assertIn(role(workload), targets())

    def test_each_variable_is_one_that_the_program_knows(self):
        cluster = self.cluster
        for workload in cluster.ours:
            environment = cluster.environment(workload)
            environment.pop("POD_IP", None)
            self.assertEqual(checked(environment), "", role(workload))
            self.assertEqual(unknown_variables(environment), set())
            # The cluster would add variables for each Service, such as REDIS_PORT=tcp://...
            self.assertIs(pod(workload)["enableServiceLinks"], False)
            redis = cluster.named("Service", environment["REDIS_HOST"])
            self.assertEqual(str(redis["spec"]["ports"][0]["port"]), environment["REDIS_PORT"])
        used = {name for document in cluster.objects
                for name in re.findall(r"\$\{(\w+)\}", yaml.safe_dump(document))}
        self.assertLessEqual(used, PLACEHOLDERS)

    def test_ports_and_probes_are_those_listened_on(self):
        cluster = self.cluster
        for workload in cluster.ours:
            environment, container = cluster.environment(workload), container_of(workload)
            (name, number), = ports_of(workload).items()
            self.assertEqual(number, listening_port(environment))
            paths = {"startupProbe": "/livez", "livenessProbe": "/livez", "readinessProbe": "/readyz"}
            for probe, path in paths.items():
                self.assertEqual(container[probe]["httpGet"], {"path": path, "port": name})
            if role(workload) != "api":
                self.assertEqual(environment["CREATEZOOM_PEER_URL"], f"http://10.1.2.3:{number}")

    def test_volumes_are_there_and_nothing_else_is_written(self):
        cluster = self.cluster
        for workload in cluster.workloads:
            volumes = {volume["name"]: volume for volume in pod(workload).get("volumes", [])}
            claims = {claim["metadata"]["name"] for claim in workload["spec"].get("volumeClaimTemplates", [])}
            mounts = {mount["mountPath"]: mount["name"] for mount in container_of(workload)["volumeMounts"]}
            self.assertEqual(set(mounts.values()), set(volumes) | claims)
            for volume in volumes.values():
                if "persistentVolumeClaim" in volume:
                    claim = cluster.named("PersistentVolumeClaim", volume["persistentVolumeClaim"]["claimName"])
                    self.assertEqual(claim["spec"]["accessModes"], ["ReadWriteMany"])
                else: # the program ends before the pod is thrown out
                    limit = container_of(workload)["resources"]["limits"]["ephemeral-storage"]
                    self.assertLess(amount(volume["emptyDir"]["sizeLimit"]), amount(limit))
            if workload in cluster.ours:
                environment = cluster.environment(workload)
                for name in ("CREATEZOOM_DATA", "CREATEZOOM_SHARED_WORK"):
                    self.assertIn(environment.get(name, "/data"), mounts)

    def test_pods_are_confined(self):
        users = {name: int(target.user.split(":")[0]) for name, target in targets().items()}
        cluster = self.cluster
        for workload in cluster.workloads:
            spec, container = pod(workload), container_of(workload)
            self.assertIs(spec["automountServiceAccountToken"], False)
            context = spec["securityContext"]
            self.assertIs(context["runAsNonRoot"], True)
            self.assertEqual(context["seccompProfile"], {"type": "RuntimeDefault"})
            self.assertEqual(context["runAsUser"], context["fsGroup"])
            if workload in cluster.ours:
                self.assertEqual(context["runAsUser"], users[role(workload)])
            self.assertEqual(container["securityContext"],
                             {"allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True,
                              "capabilities": {"drop": ["ALL"]}})
            wanted, most = container["resources"]["requests"], container["resources"]["limits"]
            self.assertEqual(set(wanted), {"cpu", "memory", "ephemeral-storage"})
            for kind in most:
                self.assertLessEqual(amount(wanted[kind]), amount(most[kind]))

    def test_a_stop_gives_running_steps_their_time(self):
        cluster = self.cluster
        for workload in cluster.ours:
            grace = int(cluster.environment(workload)["CREATEZOOM_GRACE"])
            waits = container_of(workload).get("lifecycle", {}).get("preStop", {}).get("exec", {}).get("command", [0])
            self.assertLess(grace + int(waits[-1]) + 5, pod(workload)["terminationGracePeriodSeconds"])

    def test_redis_keeps_what_was_accepted(self):
        cluster = self.cluster
        container = container_of(cluster.named("StatefulSet", "createzoom-redis"))
        arguments = " ".join(container["args"])
        for words in ("--appendonly yes", "--appendfsync always", "--maxmemory-policy noeviction"):
            self.assertIn(words, arguments)
        most = amount(re.search(r"--maxmemory (\w+)", arguments).group(1))
        self.assertLess(most, amount(container["resources"]["limits"]["memory"]))
        secret = cluster.named("Secret", "createzoom")["stringData"]
        reference = container["env"][0]["valueFrom"]["secretKeyRef"]
        self.assertIn(reference["key"], secret)

    def test_what_is_scaled_exists_and_has_no_number_of_its_own(self):
        cluster = self.cluster
        scalers = cluster.of_kind("HorizontalPodAutoscaler") + cluster.of_kind("ScaledObject")
        self.assertTrue(scalers)
        for scaler in scalers:
            deployment = cluster.named("Deployment", scaler["spec"]["scaleTargetRef"]["name"])
            self.assertNotIn("replicas", deployment["spec"]) # else each apply sets it back

    def test_everybody_reaches_what_is_needed_and_nothing_else(self):
        cluster = self.cluster
        network = Network(cluster.of_kind("NetworkPolicy"))
        pods = {role(workload): labels(workload) for workload in cluster.workloads}
        for name, pod_labels in pods.items():
            workers = {other for other in pods if other not in ("api", "redis")}
            for other in pods:
                for port in (6379, 8000, 8001):
                    isNeeded = name != "redis" and ((port == 6379 and other == "redis")
                                                    or (port == 8001 and other in workers))
                    isOpen = network.lets(pod_labels, pods[other], port)
                    if other == "api" and port == 8001:
                        continue # nothing listens there
                    self.assertEqual(isOpen, isNeeded, f"{name} to {other}:{port}")
            self.assertEqual(network.lets_out(pod_labels, "0.0.0.0/0", 443), name not in ("processor", "redis"), name)
            self.assertFalse(network.lets_out(pod_labels, "0.0.0.0/0", 80))
        self.assertTrue(network.lets_in(pods["api"], 8000))
        self.assertFalse(any(network.lets_in(pod_labels, port) for pod_labels in pods.values() for port in (6379, 8001)))


class Base(Manifests, unittest.TestCase):
    def test_it_has_what_the_service_replaced_had(self):
        cluster = self.cluster
        self.assertEqual({role(workload) for workload in cluster.ours}, {"api", "downloader", "processor", "uploader"})
        limits = {o["spec"]["scaleTargetRef"]["name"]: (o["spec"]["minReplicas"], o["spec"]["maxReplicas"],
                                                        o["spec"]["metrics"][0]["resource"]["target"]["averageUtilization"])
                  for o in cluster.of_kind("HorizontalPodAutoscaler")}
        self.assertEqual(limits, {"createzoom-downloader": (1, 5, 70), "createzoom-processor": (1, 3, 70)})

    def test_the_file_to_apply_is_the_base(self):
        folder = PACKAGING / "kubernetes"
        self.assertEqual(documents(folder / "deployment.yaml"), kubernetes())


class Fused(Manifests, unittest.TestCase):
    overlay = "fused"

    def test_one_deployment_does_all_steps(self):
        self.assertEqual({role(workload) for workload in self.cluster.ours}, {"api", "worker"})


class SharedVolume(Manifests, unittest.TestCase):
    overlay = "shared-volume"

    def test_the_volume_is_where_the_program_looks(self):
        for workload in self.cluster.ours:
            mounts = {mount["mountPath"]: mount["name"] for mount in container_of(workload)["volumeMounts"]}
            self.assertEqual(mounts[self.cluster.environment(workload)["CREATEZOOM_SHARED_WORK"]], "work")


class Keda(Manifests, unittest.TestCase):
    overlay = "keda"

    def test_a_queue_is_counted_that_exists(self):
        cluster = self.cluster
        self.assertEqual(cluster.of_kind("HorizontalPodAutoscaler"), [])  # two would fight
        stages = re.search(r"local stages = \{(.*)\}", (ROOT / "resources/lua/common.lua").read_text()).group(1)
        queues = ["{dz}:q:" + stage for stage in re.findall(r"'(\w+)'", stages)]
        redis = cluster.named("Service", "createzoom-redis")
        for scaled in cluster.of_kind("ScaledObject"):
            self.assertGreaterEqual(scaled["spec"]["minReplicaCount"], 1)  # files lie in pods
            trigger, = scaled["spec"]["triggers"]
            self.assertIn(trigger["metadata"]["listName"], queues)
            self.assertEqual(trigger["metadata"]["address"],
                             "%s.${NAMESPACE}.svc:%d" % (redis["metadata"]["name"], redis["spec"]["ports"][0]["port"]))
            reference = cluster.named("TriggerAuthentication", trigger["authenticationRef"]["name"])
            key = reference["spec"]["secretTargetRef"][0]
            self.assertIn(key["key"], cluster.named("Secret", key["name"])["stringData"])


class Kubectl(unittest.TestCase):
    @unittest.skipUnless(shutil.which("kubectl"), "kubectl is not installed")
    def test_it_makes_the_same_of_the_overlays(self):
        def in_order(objects):
            return sorted(objects, key=lambda o: (o["kind"], o["metadata"]["name"]))
        for overlay in OVERLAYS:
            folder = PACKAGING / "kubernetes/overlays" / overlay
            result = subprocess.run(["kubectl", "kustomize", str(folder)], text=True, capture_output=True, check=True)
            self.assertEqual(in_order(yaml.safe_load_all(result.stdout)), in_order(kubernetes(overlay)), overlay)


if __name__ == "__main__":
    tst_containers.PROGRAM = sys.argv.pop(1)
    unittest.main()
