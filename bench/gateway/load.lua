-- wrk -s load.lua URL -- BODY_FILE KEYS_FILE: POSTs one body with each key of the file in turn; prints a line of JSON.
local requests, turn = {}, 0

local function read(path)
	local file = assert(io.open(path, "rb"))
	local content = file:read("*a")
	file:close()
	return content
end

function init(args)
	local body = read(args[1])
	for key in read(args[2]):gmatch("[^\n]+") do
		local headers = {["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. key}
		requests[#requests + 1] = wrk.format("POST", nil, headers, body)
	end
end

function request()
	turn = turn % #requests + 1
	return requests[turn]
end

function done(summary, latency)
	local lost = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
	io.write(string.format(
		'{"requests":%d,"seconds":%.6f,"p50_ms":%.4f,"p99_ms":%.4f,"refused":%d,"lost":%d}\n',
		summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
		summary.errors.status, lost))
end
