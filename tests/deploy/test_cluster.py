"""The files for containers: every field is one that its format knows, and all of them serve the same, without rights."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from served import ROOT

DEPLOY = ROOT / "deploy"
ALONE = ["unshare", "-rm", "sh", "-ec"]
_laid = subprocess.run([*ALONE, "mount -t tmpfs none /etc"], capture_output=True, check=False).returncode == 0
# Over /etc where the machine lets one lay files there for oneself; and everywhere in a folder.
PLACES = ["beside", *(["at their paths"] if _laid else [])]
PROBE = {"httpGet": {"path": str, "port": str}, "periodSeconds": int}
LABELS = {"app": str}
META = {"name": str, "labels": LABELS}
# The fields of Kubernetes that we use (core/v1, apps/v1, policy/v1), by their documentation: name → type or fields. The
# file also passed the schemas of 1.28 to 1.37 (kubernetes-validate 1.37, strict), which weigh 108 MB, too much for this.
KINDS: dict[str, Any] = {
    "Deployment apps/v1": {
        "apiVersion": str,
        "kind": str,
        "metadata": META,
        "spec": {
            "replicas": int,
            "revisionHistoryLimit": int,
            "strategy": {"rollingUpdate": {"maxUnavailable": int, "maxSurge": int}, "type": str},
            "selector": {"matchLabels": LABELS},
            "template": {
                "metadata": {"labels": LABELS},
                "spec": {
                    "automountServiceAccountToken": bool,
                    "topologySpreadConstraints": [
                        {
                            "maxSkew": int,
                            "topologyKey": str,
                            "whenUnsatisfiable": str,
                            "labelSelector": {"matchLabels": LABELS},
                        }
                    ],
                    "securityContext": {
                        "runAsNonRoot": bool,
                        "runAsUser": int,
                        "runAsGroup": int,
                        "seccompProfile": {"type": str},
                    },
                    "containers": [
                        {
                            "name": str,
                            "image": str,
                            "ports": [{"name": str, "containerPort": int}],
                            "securityContext": {
                                "allowPrivilegeEscalation": bool,
                                "readOnlyRootFilesystem": bool,
                                "capabilities": {"drop": [str]},
                            },
                            "resources": {"requests": {"cpu": str, "memory": str}, "limits": {"memory": str}},
                            "readinessProbe": PROBE,
                            "livenessProbe": PROBE,
                            "lifecycle": {"preStop": {"exec": {"command": [str]}}},
                            "volumeMounts": [{"name": str, "mountPath": str}],
                        }
                    ],
                    "volumes": [{"name": str, "emptyDir": {"sizeLimit": str}}],
                },
            },
        },
    },
    "Service v1": {
        "apiVersion": str,
        "kind": str,
        "metadata": META,
        "spec": {
            "selector": LABELS,
            "sessionAffinity": str,
            "ports": [{"name": str, "port": int, "targetPort": str}],
        },
    },
    "PodDisruptionBudget policy/v1": {
        "apiVersion": str,
        "kind": str,
        "metadata": META,
        "spec": {"minAvailable": int, "selector": {"matchLabels": LABELS}},
    },
}
COMPOSE = {
    "services": {
        "handbook": {
            "image": str,
            "build": {"context": str, "dockerfile": str},
            "ports": [str],
            "restart": str,
            "read_only": bool,
            "tmpfs": [str],
            "cap_drop": [str],
            "security_opt": [str],
        }
    }
}


def strays(value: object, known: object, place: str = "") -> Iterator[str]:
    """Places that a format does not know, or that hold something of another type."""
    if isinstance(known, dict):
        if not isinstance(value, dict):
            yield place
            return
        for name, inner in value.items():
            yield from strays(inner, known[name], f"{place}.{name}") if name in known else [f"{place}.{name}"]
    elif isinstance(known, list):
        if not isinstance(value, list):
            yield place
            return
        for number, inner in enumerate(value):
            yield from strays(inner, known[0], f"{place}[{number}]")
    elif not isinstance(known, type) or type(value) is not known:
        yield place


@pytest.fixture(scope="module")
def cluster() -> dict[str, Any]:
    """Kind and version → document."""
    documents = yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text(encoding="utf-8"))
    return {f"{document['kind']} {document['apiVersion']}": document for document in documents}


@pytest.fixture(scope="module")
def image() -> list[tuple[str, str]]:
    """The instructions of the Containerfile."""
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return [(line.split()[0], line.split(maxsplit=1)[1]) for line in text.splitlines() if line and line[0] != "#"]


def test_every_field_is_known(cluster: dict[str, Any]) -> None:
    assert cluster.keys() == KINDS.keys()
    assert [stray for name, document in cluster.items() for stray in strays(document, KINDS[name], name)] == []
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    assert list(strays(compose, COMPOSE)) == []


def test_misspelt_field_is_noticed() -> None:
    assert list(strays({"spec": {"minAvailabel": 1}}, {"spec": {"minAvailable": int}})) == [".spec.minAvailabel"]
    assert list(strays({"ports": {"port": 80}}, {"ports": [{"port": int}]})) == [".ports"]


def test_names_and_labels_of_the_cluster_fit_each_other(cluster: dict[str, Any]) -> None:
    deployment, service, budget = (document["spec"] for document in cluster.values())
    pod = deployment["template"]["spec"]
    (container,) = pod["containers"]
    labels = deployment["template"]["metadata"]["labels"]

    assert deployment["selector"]["matchLabels"] == service["selector"] == budget["selector"]["matchLabels"] == labels
    (spread,) = pod["topologySpreadConstraints"]
    assert spread["labelSelector"]["matchLabels"] == labels
    assert service["sessionAffinity"] == "ClientIP", "a page of one release must not ask another for its scripts"
    (port,) = container["ports"]
    assert service["ports"][0]["targetPort"] == port["name"]
    assert {container[probe]["httpGet"]["port"] for probe in ("readinessProbe", "livenessProbe")} == {port["name"]}
    assert {mount["name"] for mount in container["volumeMounts"]} == {volume["name"] for volume in pod["volumes"]}


def test_nothing_has_rights_that_it_does_not_need(cluster: dict[str, Any], image: list[tuple[str, str]]) -> None:
    pod = cluster["Deployment apps/v1"]["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]["handbook"]

    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["automountServiceAccountToken"] is False
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert (compose["read_only"], compose["cap_drop"], compose["tmpfs"]) == (True, ["ALL"], ["/tmp"])
    assert ("USER", "33:33") in image, "by number, or a cluster cannot tell that it is not root"
    assert {mount["mountPath"] for mount in container["volumeMounts"]} == {"/tmp"}


def test_image_holds_the_shipped_configuration_where_it_looks_for_it(image: list[tuple[str, str]]) -> None:
    copied = dict(text.split() for instruction, text in image if instruction == "COPY")
    main, site = ((DEPLOY / f"nginx/{name}.conf").read_text(encoding="utf-8") for name in ("nginx", "handbook"))
    listen = re.search(r"listen (\d+);", site)

    assert copied == {
        "deploy/nginx/nginx.conf": "/etc/nginx/nginx.conf",
        "deploy/nginx/handbook.conf": "/etc/nginx/conf.d/handbook.conf",
        "dist/srv": "/srv/handbook",
    }
    assert "include /etc/nginx/conf.d/*.conf;" in main
    assert "root /srv/handbook/current/site;" in site
    assert listen
    assert ("EXPOSE", listen[1]) in image
    assert set(re.findall(r"(?:pid|temp_path) (/[a-z]+)", main)) == {"/tmp"}


def test_only_what_the_image_copies_is_sent_to_who_builds_it(image: list[tuple[str, str]]) -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if not line.startswith("#")]
    copied = [text.split()[0] for instruction, text in image if instruction == "COPY"]

    assert rules[0] == "*"
    assert [path for path in copied if not any(path.startswith(rule[1:]) for rule in rules[1:])] == []


@pytest.mark.parametrize("place", PLACES)
def test_shipped_files_pass_nginx(tmp_path: Path, place: str) -> None:
    shell, steps = (ALONE, at_their_paths(tmp_path)) if place == "at their paths" else (["sh", "-ec"], beside(tmp_path))
    ended = subprocess.run([*shell, steps], capture_output=True, text=True, check=False)

    assert ended.returncode == 0, ended.stderr
    assert "test is successful" in ended.stderr
    assert [line for line in ended.stderr.splitlines() if "[warn]" in line] == []


def at_their_paths(tmp_path: Path) -> str:
    """The steps that test the files as they stand, at the paths that they name, laid over /etc."""
    return f"""
        cp /etc/nginx/mime.types /etc/passwd /etc/group {tmp_path}
        mount -t tmpfs none /etc
        mkdir -p /etc/nginx/conf.d
        cp {tmp_path}/mime.types {DEPLOY}/nginx/nginx.conf /etc/nginx
        cp {tmp_path}/passwd {tmp_path}/group /etc
        cp {DEPLOY}/nginx/handbook.conf /etc/nginx/conf.d
        mount -t tmpfs none /tmp
        PATH="$PATH:/usr/sbin" nginx -e stderr -t -g "user root;"
    """


def beside(tmp_path: Path) -> str:
    """The steps that test copies of the files, which name a folder instead of /etc and /tmp."""
    return f"""
        mkdir -p {tmp_path}/conf.d
        sed 's#/etc/nginx/conf.d#{tmp_path}/conf.d#; s#/tmp/nginx#{tmp_path}/nginx#g' {DEPLOY}/nginx/nginx.conf >{tmp_path}/nginx.conf
        cp {DEPLOY}/nginx/handbook.conf {tmp_path}/conf.d
        PATH="$PATH:/usr/sbin" nginx -e stderr -t -c {tmp_path}/nginx.conf
    """
