"""What the program's lines mean, however they arrive."""

import unittest

from fieldgap.program.lines import Line, LineSplitter, line_of, says_unknown_command


class Lines(unittest.TestCase):
    def test_kinds_in_both_languages(self):
        self.assertEqual(line_of("progress 42 计算步行路线"), Line("progress", "计算步行路线", 42))
        self.assertEqual(line_of("error: no such file"), Line("error", "no such file"))
        self.assertEqual(line_of("错误：没有该文件"), Line("error", "没有该文件"))
        self.assertEqual(line_of("warning: 3 left"), Line("warning", "3 left"))
        self.assertEqual(line_of("警告：还有 3 处"), Line("warning", "还有 3 处"))
        self.assertEqual(line_of("wrote x.gpkg"), Line("info", "wrote x.gpkg"))

    def test_what_only_looks_like_progress_is_none(self):
        for text in ("progress", "progress x reading", "in progress 4 of", "progress 4", " progress 4 x"):
            self.assertEqual(line_of(text).kind, "info", text)

    def test_progress_ends_at_100(self):
        self.assertEqual(line_of("progress 101 done").percent, 100)

    def test_a_command_that_is_not_known_in_both_languages(self):
        self.assertTrue(says_unknown_command("fieldgap: unknown command 'diff'; commands: run", "diff"))
        self.assertTrue(says_unknown_command("fieldgap：未知命令 'diff'；可用命令：run", "diff"))
        self.assertFalse(says_unknown_command("fieldgap: unknown command 'other'; commands: diff", "diff"))
        self.assertFalse(says_unknown_command("config 'diff': no such file", "diff"))

    def test_lines_out_of_chunks_that_end_within_a_letter(self):
        whole = "错误：x\r\n\nprogress 5 读取\nlast".encode("utf-8")
        for size in range(1, len(whole) + 1):
            splitter = LineSplitter()
            lines = [line for at in range(0, len(whole), size) for line in splitter.feed(whole[at:at + size])]
            self.assertEqual(lines + splitter.finish(), ["错误：x", "", "progress 5 读取", "last"], size)

    def test_bytes_that_are_no_text_are_no_end(self):
        self.assertEqual(LineSplitter().feed(b"a\xff\xfeb\n"), ["a\ufffd\ufffdb"])


if __name__ == "__main__":
    unittest.main()
