// Greenlane's plugin for opencode: asks the hook command before every tool call, in the shape of Claude Code's hooks.
// Whatever goes wrong stops the call: an error thrown here reaches the model as the tool's result, word for word.
import { spawn } from "node:child_process"

const COMMAND = ["GREENLANE_HOOK"]
const PATIENCE_MS = 60_000
const LONGEST_ANSWER = 1_000_000

function tell(event) {
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`Greenlane could not review this call: ${why}. Ask the user in your reply.`))
    const child = spawn(COMMAND[0], [...COMMAND.slice(1), event.hook_event_name], { stdio: ["pipe", "pipe", "ignore"] })
    const timer = setTimeout(() => {
      child.kill("SIGKILL")
      fail("its hook did not answer in time")
    }, PATIENCE_MS)
    let text = ""
    child.stdout.setEncoding("utf8")
    child.stdout.on("data", (part) => {
      text += part
      if (text.length > LONGEST_ANSWER) child.kill("SIGKILL")
    })
    child.on("error", (error) => {
      clearTimeout(timer)
      fail(`its hook could not be started (${error.code})`)
    })
    child.on("close", (code) => {
      clearTimeout(timer)
      if (code !== 0) return fail("its hook failed")
      try {
        resolve(text.trim() === "" ? {} : JSON.parse(text))
      } catch {
        fail("its hook's answer could not be read")
      }
    })
    child.stdin.on("error", () => {})
    child.stdin.end(JSON.stringify(event))
  })
}

// What is told for the record only: the agent goes on when it cannot be told.
const note = (event) => tell(event).catch(() => ({}))

export const Greenlane = async ({ directory }) => {
  const parents = new Map()

  // A subagent is a session with a parent: its calls are the parent's, made by the child.
  const facts = (session) => {
    let root = session
    for (let depth = 0; parents.has(root) && depth < 16; depth++) root = parents.get(root)
    return { session_id: root, cwd: directory, ...(root === session ? {} : { agent_id: session }) }
  }

  return {
    event: async ({ event }) => {
      const info = event.properties?.info
      if (event.type === "session.created" && info?.id) {
        if (info.parentID) parents.set(info.id, info.parentID)
        const name = info.parentID ? "SubagentStart" : "SessionStart"
        await note({ hook_event_name: name, ...facts(info.id), source: "startup", agent_type: "" })
      } else if (event.type === "session.idle" && event.properties?.sessionID) {
        const session = event.properties.sessionID
        if (!parents.has(session)) await note({ hook_event_name: "Stop", ...facts(session) })
      }
    },

    "chat.message": async (input, output) => {
      const typed = (output.parts ?? []).filter((part) => part.type === "text" && !part.synthetic && !part.ignored)
      const prompt = typed.map((part) => part.text).join("\n")
      if (prompt) await note({ hook_event_name: "UserPromptSubmit", ...facts(input.sessionID), prompt })
    },

    "tool.execute.before": async (input, output) => {
      const answer = await tell({
        hook_event_name: "PreToolUse",
        ...facts(input.sessionID),
        tool_name: input.tool,
        tool_input: output.args ?? {},
        tool_use_id: input.callID,
      })
      const decision = answer.hookSpecificOutput ?? {}
      if (decision.permissionDecision !== undefined && decision.permissionDecision !== "allow") {
        throw new Error(decision.permissionDecisionReason || "Denied by Greenlane")
      }
    },

    "tool.execute.after": async (input, output) => {
      const answer = await note({
        hook_event_name: "PostToolUse",
        ...facts(input.sessionID),
        tool_name: input.tool,
        tool_input: input.args ?? {},
        tool_response: output.output,
        tool_use_id: input.callID,
      })
      const words = answer.reason || answer.hookSpecificOutput?.additionalContext
      if (words && typeof output.output === "string") output.output += `\n\n${words}`
    },
  }
}
