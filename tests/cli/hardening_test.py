"""The release that users run is hardened: what a fault could do, the system stops.

Environment: SSI_RELEASE, the program as a release; without it nothing is tested.
"""

import os
import re
import subprocess
import unittest

RELEASE = os.environ.get("SSI_RELEASE")


def readelf(*options):
    return subprocess.run(["readelf", "-W", *options, RELEASE], capture_output=True, text=True, check=True).stdout


@unittest.skipUnless(RELEASE, "no release is built")
class HardeningTest(unittest.TestCase):
    def test_it_is_loaded_at_a_random_address(self):
        self.assertRegex(readelf("--file-header"), r"Type: +DYN")
        self.assertRegex(readelf("--dynamic"), r"\(FLAGS_1\).*\bPIE\b")

    def test_its_tables_of_functions_cannot_be_written(self):
        self.assertIn("GNU_RELRO", readelf("--program-headers"))
        self.assertRegex(readelf("--dynamic"), r"BIND_NOW|\bNOW\b")

    def test_its_stack_holds_no_code(self):
        stack = re.search(r"GNU_STACK.*", readelf("--program-headers"))
        self.assertNotIn("E", stack[0].split()[-2])

    def test_its_buffers_and_its_stack_are_checked(self):
        symbols = readelf("--dyn-syms")
        self.assertIn("__stack_chk_fail", symbols)
        self.assertRegex(symbols, r"__\w+_chk\b")


if __name__ == "__main__":
    unittest.main()
