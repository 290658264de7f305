"""Renders what deploy/kubernetes/generate made as `kubectl apply -k` would, as far as these files ask for it, and holds the result
against the API schemas of Kubernetes (pip install kubernetes-validate) and against itself: names that lead somewhere, ports and
volumes that are there, labels that find their pods.

    python3 kubernetes.py FOLDER_OF_KUBERNETES      exit 0 with what was looked at, 1 with what is wrong, 77 without the package
"""
import pathlib, re, sys

try:
    import kubernetes_validate, yaml
except ImportError as error:
    print(error)
    sys.exit(77)

top = pathlib.Path(sys.argv[1])
wrong, looked_at = [], 0
KNOWN = {"apiVersion", "kind", "namespace", "resources", "labels", "images", "configMapGenerator", "secretGenerator"}
# The oldest that is still supported somewhere, and the newest that the package knows.
VERSIONS = ["1.29", kubernetes_validate.latest_version().rsplit(".", 1)[0]]


def check(is_so, what):
    if not is_so:
        wrong.append(what)


def render(folder):
    """What a kustomization makes of its resources."""
    kustomization = yaml.safe_load((folder / "kustomization.yaml").read_text())
    check(kustomization.keys() <= KNOWN, f"{folder}: {kustomization.keys() - KNOWN} is not rendered here")
    made = []
    for resource in kustomization["resources"]:
        path = (folder / resource).resolve()
        made += render(path) if path.is_dir() else list(yaml.safe_load_all(path.read_text()))
    for generator in kustomization.get("configMapGenerator", []):
        data = {name: (folder / name).read_text() for name in generator["files"]}
        made.append({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": generator["name"]}, "data": data})
    for generator in kustomization.get("secretGenerator", []):
        lines = [line for name in generator["envs"] for line in (folder / name).read_text().splitlines()]
        data = dict(line.split("=", 1) for line in lines if line)
        for key, value in data.items():
            check(value[:1] not in "\"'" or not value, f"{folder}: the quotes of {key} would be taken for a part of it")
        made.append({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": generator["name"]}, "stringData": data})
    for thing in made:
        if "namespace" in kustomization and thing["kind"] != "Namespace":
            thing["metadata"]["namespace"] = kustomization["namespace"]
        for labels in kustomization.get("labels", []):
            label(thing, labels["pairs"])
    return made


def label(thing, pairs):
    thing["metadata"].setdefault("labels", {}).update(pairs)
    spec = thing.get("spec", {})
    for template in templates(thing):
        template.setdefault("metadata", {}).setdefault("labels", {}).update(pairs)
    if thing["kind"] == "StatefulSet":
        spec["selector"]["matchLabels"].update(pairs)
    elif thing["kind"] == "Service":
        spec["selector"].update(pairs)


def templates(thing):
    if thing["kind"] == "StatefulSet":
        return [thing["spec"]["template"]]
    if thing["kind"] == "CronJob":
        return [thing["spec"]["jobTemplate"]["spec"]["template"]]
    return []


def hold_together(things, where):
    """Within one namespace."""
    names = {(thing["kind"], thing["metadata"]["name"]) for thing in things}
    claims, pods, ports = set(), [], set()
    for thing in things:
        claimed = [claim["metadata"]["name"] for claim in thing["spec"].get("volumeClaimTemplates", [])] if "spec" in thing else []
        replicas = thing["spec"].get("replicas", 1) if claimed else 0
        claims |= {f"{claim}-{thing['metadata']['name']}-{at}" for claim in claimed for at in range(replicas)}
        if thing["kind"] == "StatefulSet":
            pods.append(thing["spec"]["template"]["metadata"]["labels"])
    for thing in things:
        told = f"{where}: {thing['kind']} {thing['metadata']['name']}"
        spec = thing.get("spec", {})
        if thing["kind"] == "StatefulSet":
            check(("Service", spec["serviceName"]) in names, f"{told}: no service {spec['serviceName']}")
        for template in templates(thing):
            pod, labels = template["spec"], template["metadata"]["labels"]
            if thing["kind"] == "StatefulSet":
                wanted = spec["selector"]["matchLabels"]
                check(wanted.items() <= labels.items(), f"{told}: it selects {wanted}, its pods are {labels}")
            volumes = {volume["name"] for volume in pod.get("volumes", [])}
            volumes |= {claim["metadata"]["name"] for claim in spec.get("volumeClaimTemplates", [])}
            for volume in pod.get("volumes", []):
                if "configMap" in volume:
                    check(("ConfigMap", volume["configMap"]["name"]) in names, f"{told}: no {volume['configMap']}")
                if "persistentVolumeClaim" in volume:
                    claim = volume["persistentVolumeClaim"]["claimName"]
                    check(claim in claims, f"{told}: nobody claims {claim}, but {claims}")
                    # A disk of one node: whoever reads in it beside the bot is where the bot is.
                    near = pod.get("affinity", {}).get("podAffinity", {}).get("requiredDuringSchedulingIgnoredDuringExecution", [])
                    found = [term["labelSelector"]["matchLabels"] for term in near if term["topologyKey"] == "kubernetes.io/hostname"]
                    beside = [term for term in found if any(term.items() <= pod.items() for pod in pods)]
                    check(beside, f"{told}: may be put on another node than the disk")
            for container in pod["containers"]:
                mounted = {mount["name"] for mount in container.get("volumeMounts", [])}
                check(mounted <= volumes, f"{told}: {mounted - volumes} is mounted and not there")
                for source in container.get("envFrom", []):
                    name = source["secretRef"]["name"]
                    # The operator's own: base/backup.yaml says what is in it.
                    check(name == "cutri-backup" or ("Secret", name) in names, f"{told}: no secret {name}")
                own = {port["name"] for port in container.get("ports", [])}
                ports |= own
                for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
                    port = container.get(probe, {}).get("httpGet", {}).get("port", "http")
                    check(probe not in container or port in own, f"{told}: {probe} asks a port that is not there")
    for thing in things:
        if thing["kind"] == "Service":
            wanted = thing["spec"]["selector"]
            check(any(wanted.items() <= pod.items() for pod in pods), f"{where}: a service for no pod: {wanted}")
            check({port["targetPort"] for port in thing["spec"]["ports"]} <= ports, f"{where}: a service to a port that is not there")


councils = top / "councils"
everything = render(councils)
spaces = {}
for thing in everything:
    name, space = thing["metadata"]["name"], thing["metadata"].get("namespace", thing["metadata"]["name"])
    spaces.setdefault(space, []).append(thing)
    for called in (name, space):
        check(re.fullmatch(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", called), f"{called} is no name for Kubernetes")
    for version in VERSIONS:
        looked_at += 1
        try:
            kubernetes_validate.validate(thing, version, strict=True)
        except kubernetes_validate.ValidationError as error:
            wrong.append(f"{space}: {thing['kind']} {name} ({version}): {error.message} at {list(error.path)}")
for space, things in spaces.items():
    kinds = sorted(thing["kind"] for thing in things)
    check(kinds == ["ConfigMap", "CronJob", "Namespace", "Secret", "Service", "StatefulSet"], f"{space} has {kinds}")
    hold_together(things, space)
print(f"{len(spaces)} councils, {looked_at} looks at {len(everything)} resources by the schemas of {' and '.join(VERSIONS)}")
sys.exit("\n".join(wrong) if wrong else 0)
